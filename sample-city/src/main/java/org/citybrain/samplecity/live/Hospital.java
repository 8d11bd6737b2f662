package org.citybrain.samplecity.live;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Workplaces;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Clerk;
import org.citybrain.samplecity.tables.Records;
import org.jspecify.annotations.Nullable;

/**
 * Bills and their reversals. Ordinary bills leave a household well below the line; a raising bill takes a household
 * that was below it just or far above it. A household that was raised is left alone afterwards, so that nothing this
 * run does takes the finding back.
 */
final class Hospital {
    private static final long RICHEST_RAISED = 8_000_000;
    private static final int TRIES = 12;
    private static final int REMEMBERED = 5_000;
    private static final String REVERSE =
            "UPDATE public.settlement SET status = 'REVERSED', updated_at = ? WHERE settlement_no = ?";

    private final List<Home> homes;
    private final Dice dice;
    private final Numbers numbers;
    private final Clerk clerk;
    private final Workplaces workplaces = new Workplaces();
    private final Deque<Home> toRaise = new ArrayDeque<>();
    private final Deque<Settled> reversible = new ArrayDeque<>();

    private record Settled(Home home, long number, long cents, int year) {}

    Hospital(List<Home> homes, Dice dice, Numbers numbers, Clerk clerk) {
        this.homes = homes;
        this.dice = dice;
        this.numbers = numbers;
        this.clerk = clerk;
        refill();
    }

    /** Chooses anew whom raising bills will meet, in an order left to chance. */
    void refill() {
        List<Home> found = new ArrayList<>(homes.stream()
                .filter(home -> home.incomeCents() > 0 && home.incomeCents() <= RICHEST_RAISED)
                .toList());
        for (int i = found.size() - 1; i > 0; i--) {
            Home swapped = found.get(i);
            int other = dice.below(i + 1);
            found.set(i, found.get(other));
            found.set(other, swapped);
        }
        toRaise.clear();
        toRaise.addAll(found);
    }

    /** A bill that keeps its household below 1.6 times; empty when none is met by chance. */
    Optional<Deed> ordinaryBill(Moment now) {
        for (int i = 0; i < TRIES; i++) {
            Home home = dice.pick(homes);
            long room = home.incomeCents() * 16 / 10 - home.selfPaidCents();
            long self = Math.min(Math.round(dice.skewed(900, 0.8) * 100), room / 4);
            if (!home.isListed() && home.isDeclared(now.year()) && self >= 5_000) {
                return Optional.of(ordinary(home, self, now));
            }
        }
        return Optional.empty();
    }

    private Deed ordinary(Home home, long self, Moment now) {
        Citizen patient = dice.pick(home.citizens());
        String id = clerk.typedNumber(dice, patient.resident());
        boolean linked = id != null && id.equals(clerk.heldNumber(patient.resident()));
        long number = numbers.next(CityTables.SETTLEMENT);
        if (linked) {
            home.paid(self, true);
            reversible.addLast(new Settled(home, number, self, now.year()));
            if (reversible.size() > REMEMBERED) {
                reversible.removeFirst();
            }
        }
        String name = clerk.typedName(dice, patient.resident());
        return settlement("bill", number, id, name, self, now);
    }

    /** A bill that pushes a household over the line; empty when everybody left is over it or undeclared. */
    Optional<Deed> raisingBill(Moment now) {
        for (int left = toRaise.size(); left > 0; left--) {
            Home home = toRaise.removeFirst();
            if (!home.isDeclared(now.year())) {
                toRaise.addLast(home);
            } else if (!home.isListed()) {
                return Optional.of(raising(home, now));
            }
        }
        return Optional.empty();
    }

    private Deed raising(Home home, Moment now) {
        long income = home.incomeCents();
        long over = Math.max(1, Math.round(dice.skewed(2_500, 1.0) * 100));
        long self = 2 * income - home.selfPaidCents() + over;
        long number = numbers.next(CityTables.SETTLEMENT);
        home.paid(self, true);
        home.list();
        Resident patient = dice.pick(home.citizens()).resident();
        return settlement("raising bill", number, patient.idNumber(), patient.name(), self, now)
                .raising(new Change.Raise(home.number(), number, home.selfPaidCents(), income));
    }

    private Deed settlement(String kind, long number, @Nullable String id, String name, long self, Moment now) {
        long total = Math.round(self / (0.28 + 0.2 * dice.share()));
        boolean costly = total > 4_000_000;
        LocalDate admitted = now.day().minusDays(costly ? dice.between(9, 40) : dice.between(2, 14));
        return Deed.insert(
                kind,
                CityTables.SETTLEMENT,
                Long.toString(number),
                id,
                name,
                workplaces.hospital(dice),
                workplaces.diagnosis(dice, costly),
                admitted.toString(),
                now.day().toString(),
                Records.money(total),
                Records.money(total - self),
                Records.money(self),
                "SETTLED",
                now.stamp());
    }

    /** Takes back an ordinary bill of this run; never one that raised a task. */
    Optional<Deed> reversal(Moment now) {
        if (reversible.isEmpty()) {
            return Optional.empty();
        }
        Settled settled = dice.chance(0.5) ? reversible.removeFirst() : reversible.removeLast();
        if (settled.home().isListed() || settled.year() != now.year()) {
            return Optional.empty();
        }
        settled.home().refunded(settled.cents());
        return Optional.of(Deed.of(
                CityTables.HEALTH_INSURANCE,
                "reversal",
                Change.Statement.of(REVERSE, now.stamp(), Long.toString(settled.number()))));
    }
}
