package org.citybrain.samplecity.office;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** 公积金中心: unit and personal accounts, deposits, loans, withdrawals. */
final class HousingFund implements Office {
    private static final int RATE_PERCENT = 8;
    private static final int DEPOSITS = 2;
    private final Supplies supplies;
    private final Stationery desk;
    private final Book units;
    private final Book accounts;
    private final Book deposits;
    private final Book loans;
    private final Book withdrawals;
    private final Map<Long, Unit> unitOf = new LinkedHashMap<>();

    private record Unit(long account, int people) {}

    HousingFund(Supplies supplies) {
        this.supplies = supplies;
        this.desk = new Stationery(CityTables.HOUSING_FUND, supplies);
        this.units = desk.book("unit_account");
        this.accounts = desk.book("personal_account");
        this.deposits = desk.book("deposit");
        this.loans = desk.book("loan");
        this.withdrawals = desk.book("withdrawal");
    }

    @Override
    public void write(Belongings belongings, RowSink sink) {
        Pen pen = desk.pen(belongings, sink);
        for (Job job : belongings.jobs()) {
            if (job.saves()) {
                account(pen, belongings, job);
            }
        }
    }

    private void account(Pen pen, Belongings belongings, Job job) {
        long base = job.yearlyCents() / 12;
        long monthly = base * RATE_PERCENT * 2 / 100;
        long months =
                Math.max(1, (supplies.startDay().toEpochDay() - job.since().toEpochDay()) / 30);
        pen.writeOnce(
                accounts,
                Subject.of(job.resident()),
                pen.id(job.resident()),
                pen.name(job.resident()),
                Long.toString(unitAccount(job.employer())),
                pen.name(job.employer()),
                Records.money(base),
                Records.money(monthly),
                Records.money(monthly * Math.min(months, 90) * 7 / 10),
                job.since().toString(),
                "正常");
        String account = Long.toString(accounts.last());
        deposits(pen, job.resident(), account, monthly);
        for (Home home : belongings.homes()) {
            Home.Loan loan = home.loan();
            if (loan != null && loan.ofFund() && home.owners().contains(job.resident())) {
                loan(pen, home, loan, job.resident(), account);
            }
        }
        if (pen.dice().chance(0.14)) {
            withdrawal(pen, job.resident(), account, monthly);
        }
    }

    /** The account of the unit, which counts one person more. */
    private long unitAccount(Firm employer) {
        Unit before = unitOf.getOrDefault(employer.number(), new Unit(unitOf.size() + 1L, 0));
        unitOf.put(employer.number(), new Unit(before.account(), before.people() + 1));
        return before.account();
    }

    private void deposits(Pen pen, Resident resident, String account, long monthly) {
        for (int i = DEPOSITS; i > 0; i--) {
            LocalDate day =
                    supplies.startDay().minusMonths(i).withDayOfMonth(pen.dice().between(5, 25));
            String month = day.toString().substring(0, 7);
            pen.write(deposits, Subject.of(resident), account, month, Records.money(monthly), day.toString());
        }
    }

    private void loan(Pen pen, Home home, Home.Loan loan, Resident resident, String account) {
        long passed = (supplies.startDay().toEpochDay() - home.acquiredOn().toEpochDay()) / 30;
        long left = Math.max(0, loan.months() - passed);
        pen.write(
                loans,
                Subject.of(resident),
                account,
                pen.id(resident),
                pen.name(resident),
                home.unitCode(),
                Records.money(loan.cents()),
                Records.money(loan.cents() / loan.months() * left),
                String.valueOf(loan.months()),
                supplies.past(home.acquiredOn().plusDays(pen.dice().between(5, 40)))
                        .toString(),
                left == 0 ? "结清" : "正常");
    }

    private void withdrawal(Pen pen, Resident resident, String account, long monthly) {
        pen.write(
                withdrawals,
                Subject.of(resident),
                account,
                pen.id(resident),
                pen.name(resident),
                Words.list("withdrawal").get(pen.dice().weighted(20, 46, 24, 4, 6)),
                Records.money(monthly * pen.dice().between(4, 20)),
                supplies.startDay().minusDays(pen.dice().between(1, 600)).toString());
    }

    @Override
    public void employer(Staff staff, List<Vehicle> fleet, RowSink sink) {
        Firm firm = staff.firm();
        Unit unit = unitOf.get(firm.number());
        if (unit != null) {
            Pen pen = desk.pen(firm.number(), sink);
            pen.writeAs(
                    units,
                    unit.account(),
                    Subject.firm(firm.number()),
                    pen.code(firm),
                    pen.name(firm),
                    String.valueOf(RATE_PERCENT),
                    String.valueOf(unit.people()),
                    firm.foundedOn().plusDays(90).toString(),
                    pen.phone(staff.representative()),
                    "正常");
        }
    }
}
