package org.citybrain.samplecity.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.tables.Clerk;

/** Decides what happens next. The same pool and dice give the same life, moment for moment. */
final class Life {
    /** Bills, corrections, jobs, births, moves, reversals, deaths, assistance, late incomes: shares in a hundred. */
    private static final int[] KINDS = {52, 12, 12, 7, 6, 4, 3, 3, 1};

    /** Of what happens when nothing else is due, this share happens in the wider town. */
    private static final double TOWN = 0.35;

    private static final int TRIES = 20;

    private final Dice dice;
    private final List<String> departments;
    private final Town town;
    private final List<Home> billed = new ArrayList<>();
    private final List<Home> quiet = new ArrayList<>();
    private final Hospital hospital;
    private final Register register;
    private final Economy economy;
    private int year;
    private long changes;

    Life(long seed, Dice dice, Pool pool, Numbers numbers, Town town, Clerk insuranceClerk, int year) {
        this.dice = dice;
        this.departments = pool.departments();
        this.town = town;
        this.year = year;
        for (Home home : pool.homes()) {
            // The number decides, so that a second start leaves the same households without bills.
            boolean leftQuiet = Dice.of(seed, Long.parseLong(home.number()), 13).chance(0.5);
            if (!home.isBroken() && home.isIncomeKnown(year) && !home.citizens().isEmpty()) {
                (leftQuiet && home.isQuiet() ? quiet : billed).add(home);
            }
        }
        if (billed.isEmpty() || quiet.isEmpty()) {
            throw new ConfigException("The sample city is too small to live. Maybe seed at least 1,000 residents.");
        }
        hospital = new Hospital(billed, dice, numbers, insuranceClerk);
        register = new Register(quiet, dice, numbers);
        economy = new Economy(dice, numbers);
    }

    /** The next change; one that raises a task when asked for and still possible. */
    Change next(Moment now, boolean raise) {
        if (now.year() > year) {
            turnYear(now.year());
        }
        Deed deed = raise ? hospital.raisingBill(now).orElse(null) : null;
        for (int i = 0; i < TRIES && (deed == null || !departments.contains(deed.department())); i++) {
            deed = next(now);
        }
        if (deed == null || !departments.contains(deed.department())) {
            deed = register.correction(dice.pick(billed), now);
        }
        return deed.numbered(++changes);
    }

    private Deed next(Moment now) {
        return register.followUp()
                .or(town::followUp)
                .or(() -> dice.chance(0.5) ? economy.declaration(now) : Optional.empty())
                .or(() -> dice.chance(TOWN) ? town.happening(dice.pick(billed), now) : ordinary(now))
                .orElseGet(() -> register.correction(dice.pick(billed), now));
    }

    private Optional<Deed> ordinary(Moment now) {
        return switch (dice.weighted(KINDS)) {
            case 0 -> hospital.ordinaryBill(now);
            case 2 -> Optional.of(economy.job(dice.pick(billed), now));
            case 3 -> register.birth(now);
            case 4 -> register.move(now);
            case 5 -> hospital.reversal(now);
            case 6 -> register.death(now);
            case 7 -> Optional.of(economy.assistance(dice.pick(quiet), now));
            case 8 -> Optional.of(economy.lateIncome(dice.pick(quiet), now));
            default -> Optional.empty();
        };
    }

    private void turnYear(int newYear) {
        year = newYear;
        billed.forEach(Home::turnYear);
        quiet.forEach(Home::turnYear);
        economy.owe(billed);
        hospital.refill();
    }
}
