package org.citybrain.samplecity.office;

import java.time.LocalDate;
import java.util.List;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.belongings.Home;
import org.citybrain.samplecity.belongings.Job;
import org.citybrain.samplecity.belongings.Staff;
import org.citybrain.samplecity.belongings.Vehicle;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Records;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;

/** 税务局: taxpayers, returns and payments, deed tax, withheld income. */
final class TaxBureau implements Office {
    private static final int DEED_YEARS = 4;
    private static final int DEED_LINE_SQUARE_METRES = 14_000;
    private final Supplies supplies;
    private final Stationery desk;
    private final Book taxpayers;
    private final Book returns;
    private final Book payments;
    private final Book deeds;
    private final Book incomes;

    TaxBureau(Supplies supplies) {
        this.supplies = supplies;
        this.desk = new Stationery(CityTables.TAX, supplies);
        this.taxpayers = desk.book("taxpayer");
        this.returns = desk.book("tax_return");
        this.payments = desk.book("tax_payment");
        this.deeds = desk.book("deed_tax");
        this.incomes = desk.book("withheld_income");
    }

    @Override
    public void write(Belongings belongings, RowSink sink) {
        Pen pen = desk.pen(belongings, sink);
        for (Job job : belongings.jobs()) {
            income(pen, job);
        }
        belongings.trade().ifPresent(trade -> {
            taxpayer(pen, trade.firm(), trade.owner(), trade.closedOn() == null);
            if (trade.closedOn() == null) {
                declared(
                        pen, trade.firm(), trade.yearlyCents() / 4, trade.firm().kind() == Firm.Kind.COMPANY);
            }
        });
        for (Home home : belongings.homes()) {
            boolean recent = home.acquiredOn().isAfter(supplies.startDay().minusYears(DEED_YEARS));
            if (recent && home.priceCents() > 0) {
                deed(pen, home, home.owners().getFirst());
            }
        }
    }

    @Override
    public void employer(Staff staff, List<Vehicle> fleet, RowSink sink) {
        if (staff.firm().isBusiness()) {
            Pen pen = desk.pen(staff.firm().number(), sink);
            taxpayer(pen, staff.firm(), staff.representative(), true);
            long turnover = (staff.yearlyCents() * 4 + 20_000_000) / 4;
            declared(pen, staff.firm(), turnover, true);
        }
    }

    private void taxpayer(Pen pen, Firm firm, Resident representative, boolean active) {
        pen.write(
                taxpayers,
                Subject.firm(firm.number()),
                pen.code(firm),
                pen.name(firm),
                firm.kind() == Firm.Kind.SOLE_TRADER ? "个体经营" : pen.dice().chance(0.25) ? "一般纳税人" : "小规模纳税人",
                firm.industry(),
                pen.name(representative),
                pen.id(representative),
                firm.village().county() + "税务局第" + pen.dice().pick(List.of("一", "二", "三")) + "税务所",
                firm.foundedOn().plusDays(10).toString(),
                pen.phone(representative),
                active ? "正常" : "注销");
    }

    /** The last quarter's returns, and what was paid on them. */
    private void declared(Pen pen, Firm firm, long quarterCents, boolean profit) {
        int year = supplies.thisYear();
        String quarter = year + "Q3";
        declared(pen, firm, 0, quarter, quarterCents, quarterCents > 30_000_000 ? quarterCents / 100 : 0);
        if (profit) {
            declared(pen, firm, 1, quarter, quarterCents / 12, quarterCents / 12 / 20);
        }
    }

    private void declared(Pen pen, Firm firm, int tax, String period, long base, long due) {
        String kind = Words.list("tax-kind").get(tax);
        LocalDate filed = LocalDate.of(supplies.thisYear(), 10, pen.dice().between(1, 24));
        if (!filed.isBefore(supplies.startDay())) {
            filed = supplies.startDay().minusDays(1);
        }
        pen.write(
                returns,
                Subject.firm(firm.number()),
                pen.code(firm),
                pen.name(firm),
                kind,
                period,
                Records.money(base),
                Records.money(due),
                filed.toString());
        if (due > 0 && pen.dice().chance(0.97)) {
            pen.write(
                    payments,
                    Subject.firm(firm.number()),
                    pen.code(firm),
                    kind,
                    period,
                    Records.money(due),
                    filed.toString(),
                    Words.list("levy").get(pen.dice().weighted(90, 3, 7)));
        }
    }

    /** Below the line a first home pays 1 per cent, above it 1.5 (domain.md §10, in force since 2024-12). */
    private void deed(Pen pen, Home home, Resident buyer) {
        int rate = home.squareMetres() <= DEED_LINE_SQUARE_METRES ? 10 : 15;
        pen.write(
                deeds,
                Subject.of(buyer),
                home.unitCode(),
                pen.name(buyer),
                pen.id(buyer),
                Records.money(home.squareMetres()),
                Records.money(home.priceCents()),
                String.valueOf(rate),
                Records.money(home.priceCents() * rate / 1000),
                home.acquiredOn().toString());
    }

    /** Above 60,000 yuan a year 3 per cent are withheld: enough for a figure that looks right. */
    private void income(Pen pen, Job job) {
        long taxable = Math.max(0, job.yearlyCents() - 6_000_000);
        pen.write(
                incomes,
                Subject.of(job.resident()),
                pen.id(job.resident()),
                pen.name(job.resident()),
                pen.code(job.employer()),
                pen.name(job.employer()),
                String.valueOf(supplies.thisYear() - 1),
                Records.money(job.yearlyCents()),
                Records.money(taxable * 3 / 100));
    }
}
