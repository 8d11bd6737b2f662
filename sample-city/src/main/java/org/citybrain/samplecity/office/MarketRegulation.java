package org.citybrain.samplecity.office;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.belongings.Staff;
import org.citybrain.samplecity.belongings.Trade;
import org.citybrain.samplecity.belongings.Vehicle;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Member;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Records;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;
import org.jspecify.annotations.Nullable;

/** 市场监管局: businesses, shareholders, yearly reports, food licences, inspections. */
final class MarketRegulation implements Office {
    private static final int CENTS_IN_TEN_THOUSAND_YUAN = 1_000_000;
    private final Supplies supplies;
    private final Stationery desk;
    private final Book businesses;
    private final Book shareholders;
    private final Book reports;
    private final Book licences;
    private final Book inspections;

    MarketRegulation(Supplies supplies) {
        this.supplies = supplies;
        this.desk = new Stationery(CityTables.MARKET_REGULATION, supplies);
        this.businesses = desk.book("business");
        this.shareholders = desk.book("shareholder");
        this.reports = desk.book("annual_report");
        this.licences = desk.book("food_licence");
        this.inspections = desk.book("inspection");
    }

    @Override
    public void write(Belongings belongings, RowSink sink) {
        Pen pen = desk.pen(belongings, sink);
        belongings.trade().ifPresent(trade -> {
            Firm firm = trade.firm();
            business(pen, firm, trade.owner(), trade.yearlyCents() / 3, trade.closedOn());
            if (firm.kind() == Firm.Kind.COMPANY) {
                shareholders(pen, firm, trade.owner(), other(belongings), trade.yearlyCents() / 3);
            }
            report(pen, firm, trade.owner(), 1 + pen.dice().below(4), trade.yearlyCents());
            if (trade.sells() == Trade.Sells.FOOD) {
                food(pen, firm);
            }
        });
    }

    private static Optional<Resident> other(Belongings belongings) {
        return belongings.life().household().members().stream()
                .filter(m -> m.isPresent() && m.relation().equals("配偶"))
                .map(Member::resident)
                .findFirst();
    }

    @Override
    public void employer(Staff staff, List<Vehicle> fleet, RowSink sink) {
        if (staff.firm().isBusiness()) {
            Firm firm = staff.firm();
            Pen pen = desk.pen(firm.number(), sink);
            long capital = pen.dice().between(50, 3_000) * (long) CENTS_IN_TEN_THOUSAND_YUAN;
            business(pen, firm, staff.representative(), capital, null);
            shareholders(pen, firm, staff.representative(), Optional.empty(), capital);
            report(pen, firm, staff.representative(), staff.people(), staff.yearlyCents() * 4);
        }
    }

    private void business(Pen pen, Firm firm, Resident representative, long capitalCents, @Nullable LocalDate closed) {
        pen.write(
                businesses,
                Subject.firm(firm.number()),
                pen.code(firm),
                pen.name(firm),
                firm.kind().word(),
                firm.industry(),
                pen.name(representative),
                pen.id(representative),
                tenThousands(capitalCents),
                firm.foundedOn().toString(),
                pen.village(firm.village()),
                pen.address(firm.village(), firm.address()),
                firm.industry() + "及相关服务（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
                pen.phone(representative),
                closed == null ? "存续" : "注销",
                closed == null ? null : closed.toString());
        if (pen.dice().chance(0.12)) {
            inspection(pen, firm);
        }
    }

    private static String tenThousands(long cents) {
        return Records.money(Math.max(1, cents / CENTS_IN_TEN_THOUSAND_YUAN) * 100);
    }

    private void shareholders(Pen pen, Firm firm, Resident first, Optional<Resident> second, long capitalCents) {
        int percent = second.isPresent() ? pen.dice().between(51, 90) : 100;
        shareholder(pen, firm, first, percent, capitalCents);
        second.ifPresent(holder -> shareholder(pen, firm, holder, 100 - percent, capitalCents));
    }

    private void shareholder(Pen pen, Firm firm, Resident holder, int percent, long capitalCents) {
        pen.write(
                shareholders,
                Subject.of(holder),
                pen.code(firm),
                pen.name(holder),
                pen.id(holder),
                percent + ".00",
                tenThousands(capitalCents / 100 * percent));
    }

    private void report(Pen pen, Firm firm, Resident contact, int people, long turnoverCents) {
        int year = supplies.thisYear() - 1;
        if (firm.foundedOn().getYear() > year || !pen.dice().chance(0.86)) {
            return;
        }
        pen.write(
                reports,
                Subject.firm(firm.number()),
                pen.code(firm),
                pen.name(firm),
                String.valueOf(year),
                String.valueOf(people),
                Records.money(turnoverCents),
                pen.phone(contact),
                LocalDate.of(year + 1, 1, 1).plusDays(pen.dice().below(180)).toString());
    }

    private void food(Pen pen, Firm firm) {
        LocalDate issued = supplies.past(firm.foundedOn().plusDays(pen.dice().between(3, 40)));
        LocalDate renewed = issued.plusYears(ChronoUnit.YEARS.between(issued, supplies.startDay()) / 5 * 5);
        LocalDate until = renewed.plusYears(5);
        pen.write(
                licences,
                Subject.firm(firm.number()),
                "JY2360999"
                        + String.valueOf(10_000_000L + licences.last() % 10_000_000)
                                .substring(1),
                pen.code(firm),
                pen.name(firm),
                pen.dice().pick(Words.list("food-items")),
                renewed.toString(),
                until.toString(),
                until.isBefore(supplies.startDay()) ? "过期" : "有效");
    }

    private void inspection(Pen pen, Firm firm) {
        Dice dice = pen.dice();
        pen.write(
                inspections,
                Subject.firm(firm.number()),
                pen.code(firm),
                pen.name(firm),
                dice.pick(Words.list("inspection")),
                supplies.startDay().minusDays(dice.between(1, 300)).toString(),
                dice.pick(Words.list("inspection-result")),
                firm.village().town() + "市场监管所");
    }
}
