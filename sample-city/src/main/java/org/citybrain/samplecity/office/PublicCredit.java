package org.citybrain.samplecity.office;

import java.time.LocalDate;
import java.util.List;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.belongings.Staff;
import org.citybrain.samplecity.belongings.Vehicle;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Records;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;
import org.jspecify.annotations.Nullable;

/** 公共信用: penalties, lists of serious violators and A-grade taxpayers, each kept by the department that decides about it. */
final class PublicCredit implements Office {
    private static final int LONGEST_YEARS = 3;
    private static final String SERIOUS = "严重";
    private static final String MINOR = "轻微";
    private final Supplies supplies;
    private final Stationery market;
    private final Stationery tax;
    private final Stationery labour;
    private final Book penalties;
    private final Book violators;
    private final Book offenders;
    private final Book grades;
    private final Book debtors;
    private final List<List<String>> conducts = Words.parts("market-penalty");

    PublicCredit(Supplies supplies) {
        this.supplies = supplies;
        this.market = new Stationery(CityTables.MARKET_REGULATION, supplies);
        this.tax = new Stationery(CityTables.TAX, supplies);
        this.labour = new Stationery(CityTables.HUMAN_RESOURCES, supplies);
        this.penalties = market.book("penalty");
        this.violators = market.book("serious_violation");
        this.offenders = tax.book("major_violation");
        this.grades = tax.book("a_taxpayer");
        this.debtors = labour.book("wage_arrears");
    }

    @Override
    public void write(Belongings belongings, RowSink sink) {
        if (!belongings.life().isPlanted()) {
            belongings
                    .trade()
                    .filter(trade -> trade.closedOn() == null)
                    .ifPresent(trade -> of(trade.firm(), trade.yearlyCents(), sink));
        }
    }

    @Override
    public void employer(Staff staff, List<Vehicle> fleet, RowSink sink) {
        if (staff.firm().isBusiness()) {
            of(staff.firm(), staff.yearlyCents(), sink);
            debtor(staff, sink);
        }
    }

    private void of(Firm firm, long yearlyCents, RowSink sink) {
        penalty(firm, sink);
        violator(firm, sink);
        offender(firm, yearlyCents, sink);
        grade(firm, sink);
    }

    private void penalty(Firm firm, RowSink sink) {
        Pen pen = market.pen(firm.number(), "penalty", sink);
        Dice dice = pen.dice();
        LocalDate decided = supplies.startDay().minusDays(dice.between(1, 900));
        if (!dice.chance(0.06) || decided.isBefore(firm.foundedOn())) {
            return;
        }
        List<String> conduct = dice.pick(conducts);
        String severity = conduct.get(2);
        LocalDate done = dice.chance(0.8) ? supplies.past(decided.plusDays(dice.between(3, 60))) : null;
        boolean old = decided.isBefore(supplies.startDay().minusMonths(severity.equals(SERIOUS) ? 14 : 5));
        boolean repaired = old && done != null && !severity.equals(MINOR) && dice.chance(0.15);
        pen.write(
                penalties,
                Subject.firm(firm.number()),
                document(firm, "市监罚决字", decided, penalties),
                pen.code(firm),
                pen.name(firm),
                conduct.get(0),
                conduct.get(1),
                dice.between(1, 40) * (severity.equals(SERIOUS) ? 5_000 : 250) + ".00",
                severity,
                decided.toString(),
                text(done),
                repaired ? supplies.startDay().minusDays(dice.between(1, 60)).toString() : null,
                repaired ? "已修复" : "有效");
    }

    private static String document(Firm firm, String words, LocalDate day, Book book) {
        return firm.village().county() + words + "〔" + day.getYear() + "〕第" + (book.last() + 1) + "号";
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** What a list says of when an entry began and ended. */
    private record Stay(
            LocalDate from,
            @Nullable LocalDate done,
            @Nullable LocalDate removed) {
        String state(String in, String out) {
            return removed == null ? in : out;
        }
    }

    /** An entry of the last years; whoever did what was owed may be removed after a year, everybody is after three. */
    private @Nullable Stay stay(Dice dice, Firm firm, double share) {
        LocalDate from = supplies.startDay().minusDays(dice.between(1, 1_400));
        if (!dice.chance(share) || from.isBefore(firm.foundedOn())) {
            return null;
        }
        LocalDate done = dice.chance(0.6) ? supplies.past(from.plusDays(dice.between(20, 300))) : null;
        LocalDate last = from.plusYears(LONGEST_YEARS);
        if (last.isBefore(supplies.startDay())) {
            return new Stay(from, done, last);
        }
        boolean early = done != null && from.isBefore(supplies.startDay().minusMonths(15)) && dice.chance(0.3);
        return new Stay(from, done, early ? supplies.startDay().minusDays(dice.between(1, 60)) : null);
    }

    private void violator(Firm firm, RowSink sink) {
        Pen pen = market.pen(firm.number(), "serious_violation", sink);
        Stay stay = stay(pen.dice(), firm, 0.015);
        if (stay != null) {
            pen.write(
                    violators,
                    Subject.firm(firm.number()),
                    document(firm, "市监列严字", stay.from(), violators),
                    pen.code(firm),
                    pen.name(firm),
                    pen.dice().pick(Words.list("serious-violation")),
                    "市场监督管理严重违法失信名单管理办法",
                    stay.from().toString(),
                    text(stay.done()),
                    text(stay.removed()),
                    stay.state("在列", "移出"));
        }
    }

    private void offender(Firm firm, long yearlyCents, RowSink sink) {
        Pen pen = tax.pen(firm.number(), "major_violation", sink);
        Stay stay = stay(pen.dice(), firm, 0.01);
        if (stay != null) {
            pen.write(
                    offenders,
                    Subject.firm(firm.number()),
                    document(firm, "税稽失信", stay.from(), offenders),
                    pen.code(firm),
                    pen.name(firm),
                    pen.dice().pick(Words.list("tax-violation")),
                    Records.money(100_000_000L + yearlyCents / 10),
                    stay.from().toString(),
                    text(stay.done()),
                    text(stay.removed()),
                    stay.state("公布", "停止公布"));
        }
    }

    /** The evaluation of last year, published in April and good until the next. */
    private void grade(Firm firm, RowSink sink) {
        Pen pen = tax.pen(firm.number(), "a_taxpayer", sink);
        int year = supplies.thisYear() - 1;
        LocalDate published = supplies.past(LocalDate.of(year + 1, 4, 20));
        if (pen.dice().chance(0.18) && firm.foundedOn().getYear() < year) {
            pen.write(
                    grades,
                    Subject.firm(firm.number()),
                    "A-" + year + "-" + (grades.last() + 1),
                    String.valueOf(year),
                    pen.code(firm),
                    pen.name(firm),
                    published.toString(),
                    LocalDate.of(year + 2, 4, 19).toString());
        }
    }

    private void debtor(Staff staff, RowSink sink) {
        Firm firm = staff.firm();
        Pen pen = labour.pen(firm.number(), "wage_arrears", sink);
        Stay stay = stay(pen.dice(), firm, 0.03);
        if (stay != null && staff.people() > 0) {
            int workers = pen.dice().between(1, staff.people());
            pen.write(
                    debtors,
                    Subject.firm(firm.number()),
                    document(firm, "人社欠薪列字", stay.from(), debtors),
                    pen.code(firm),
                    pen.name(firm),
                    String.valueOf(workers),
                    Records.money(workers * 1_200_000L),
                    stay.from().toString(),
                    text(stay.done()),
                    text(stay.removed()),
                    stay.state("在列", "移出"));
        }
    }
}
