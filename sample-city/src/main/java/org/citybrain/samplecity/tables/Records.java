package org.citybrain.samplecity.tables;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Names;
import org.citybrain.samplecity.population.Aid;
import org.citybrain.samplecity.population.Bill;
import org.citybrain.samplecity.population.Household;
import org.citybrain.samplecity.population.Income;
import org.citybrain.samplecity.population.Livelihood;
import org.citybrain.samplecity.population.Member;
import org.citybrain.samplecity.population.Resident;
import org.jspecify.annotations.Nullable;

/**
 * Turns the truth about households into the departments' rows, each department with its own mistakes. Running numbers
 * are given in the order of asking, so one instance serves one walk over the whole population. Planted households are
 * written down without a mistake.
 */
public final class Records {
    private final long seed;
    private final LocalDate startDay;
    private final String writtenAt;
    private final Clerk police;
    private final Clerk insurance;
    private final Clerk civil;
    private final Clerk labour;
    private long members;
    private long enrolments;
    private long settlements;
    private long aids;
    private long transfers;
    private long wages;
    private long pensions;

    /**
     * Records of a city that starts on a day.
     *
     * @param seed of the departments' mistakes
     * @param startDay day before which everything was recorded
     */
    public Records(long seed, LocalDate startDay) {
        this.seed = seed;
        this.startDay = startDay;
        this.writtenAt = startDay.minusDays(1) + " 18:00:00";
        Names names = new Names();
        this.police = new Clerk(CityTables.PUBLIC_SECURITY, names, seed, startDay.getYear());
        this.insurance = new Clerk(CityTables.HEALTH_INSURANCE, names, seed, startDay.getYear());
        this.civil = new Clerk(CityTables.CIVIL_AFFAIRS, names, seed, startDay.getYear());
        this.labour = new Clerk(CityTables.HUMAN_RESOURCES, names, seed, startDay.getYear());
    }

    /** Money as PostgreSQL prints numeric(_,2). */
    public static String money(long cents) {
        long whole = Math.abs(cents) / 100;
        long rest = Math.abs(cents) % 100;
        return (cents < 0 ? "-" : "") + whole + (rest < 10 ? ".0" : ".") + rest;
    }

    /** Writes one household's rows into all departments. */
    public void write(Livelihood life, RowSink sink) {
        Dice dice = Dice.of(seed, Long.parseLong(life.household().number()), 7);
        register(dice, life, sink);
        insure(dice, life, sink);
        for (Bill bill : life.bills()) {
            settle(dice, life, bill, sink);
        }
        Set<String> unrecorded = unrecorded(dice, life);
        for (Income income : life.incomes()) {
            if (!unrecorded.contains(income.resident().idNumber() + income.year())) {
                earn(dice, life, income, sink);
            }
        }
        for (Aid aid : life.aids()) {
            String id = life.isPlanted() ? aid.resident().idNumber() : civil.typedNumber(dice, aid.resident());
            sink.row(
                    CityTables.ASSISTANCE,
                    Subject.of(aid.resident()),
                    number(++aids),
                    id,
                    life.household().number(),
                    aid.kind(),
                    money(aid.monthlyCents()),
                    aid.startedOn().toString(),
                    null,
                    writtenAt);
        }
    }

    private void register(Dice dice, Livelihood life, RowSink sink) {
        Household household = life.household();
        boolean quiet = life.bills().isEmpty() && !life.isPlanted();
        for (Member member : household.members()) {
            Resident resident = member.resident();
            String held = life.isPlanted() ? resident.idNumber() : police.heldNumber(resident);
            String typed = quiet ? police.typedNumber(dice, resident) : held;
            if (member.isRegisteredHere()) {
                person(dice, life, member, typed, sink);
            }
            sink.row(
                    CityTables.MEMBER,
                    Subject.of(resident),
                    number(++members),
                    household.number(),
                    number(resident.personNo()),
                    typed == null ? null : held,
                    resident.name(),
                    member.relation(),
                    "户籍",
                    member.joinedOn().toString(),
                    text(member.leftOn()),
                    household.village().code(),
                    writtenAt);
        }
    }

    private void person(Dice dice, Livelihood life, Member member, @Nullable String id, RowSink sink) {
        Resident resident = member.resident();
        Household household = life.household();
        String name = life.isPlanted() ? resident.name() : police.typedName(dice, resident);
        boolean stale = !life.isPlanted() && police.isAddressStale(dice);
        String address = stale ? household.village().address(dice.between(200, 400)) : household.address();
        sink.row(
                CityTables.PERSON,
                Subject.of(resident),
                number(resident.personNo()),
                id,
                name,
                resident.male() ? "1" : "2",
                resident.birthDate().toString(),
                household.number(),
                household.village().code(),
                address,
                member.joinedOn().toString(),
                text(resident.diedOn()),
                writtenAt);
    }

    private void insure(Dice dice, Livelihood life, RowSink sink) {
        List<Resident> present = life.household().present();
        for (int i = 0; i < present.size(); i++) {
            Resident resident = present.get(i);
            boolean clean = life.isPlanted();
            sink.row(
                    CityTables.ENROLMENT,
                    Subject.of(resident),
                    number(++enrolments),
                    clean ? resident.idNumber() : insurance.typedNumber(dice, resident),
                    clean ? resident.name() : insurance.typedName(dice, resident),
                    life.plans().get(i),
                    life.household().village().code(),
                    String.valueOf(startDay.getYear()),
                    writtenAt);
        }
    }

    private void settle(Dice dice, Livelihood life, Bill bill, RowSink sink) {
        Resident patient = bill.resident();
        boolean clean = life.isPlanted();
        String id = clean ? patient.idNumber() : insurance.typedNumber(dice, patient);
        sink.row(
                CityTables.SETTLEMENT,
                Subject.of(patient),
                number(++settlements),
                bill.shownId().isEmpty() ? id : bill.shownId(),
                clean ? patient.name() : insurance.typedName(dice, patient),
                bill.hospital(),
                bill.diagnosis(),
                bill.admittedOn().toString(),
                bill.settledOn().toString(),
                money(bill.totalCents()),
                money(bill.totalCents() - bill.selfPaidCents()),
                money(bill.selfPaidCents()),
                bill.reversed() ? "REVERSED" : "SETTLED",
                bill.settledOn() + " 16:30:00");
    }

    private void earn(Dice dice, Livelihood life, Income income, RowSink sink) {
        Clerk clerk = income.source() == Income.Source.TRANSFER ? civil : labour;
        Resident resident = income.resident();
        String id = life.isPlanted() ? resident.idNumber() : clerk.typedNumber(dice, resident);
        Subject about = Subject.of(resident);
        String year = String.valueOf(income.year());
        String amount = money(income.cents());
        switch (income.source()) {
            case WAGE -> sink.row(CityTables.WAGE, about, number(++wages), id, income.from(), year, amount, writtenAt);
            case PENSION -> sink.row(CityTables.PENSION, about, number(++pensions), id, year, amount, writtenAt);
            case TRANSFER ->
                sink.row(CityTables.TRANSFER, about, number(++transfers), id, year, amount, income.from(), writtenAt);
        }
    }

    /** Adults whose income of a year nobody recorded: not zero, but unknown. */
    private Set<String> unrecorded(Dice dice, Livelihood life) {
        Set<String> found = new HashSet<>();
        for (Income income : life.incomes()) {
            boolean grown = income.resident().ageAtEndOf(income.year()) >= 20;
            if (grown && !life.isPlanted() && dice.chance(DirtRates.missingIncome())) {
                found.add(income.resident().idNumber() + income.year());
            }
        }
        return found;
    }

    private static String number(long value) {
        return Long.toString(value);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
