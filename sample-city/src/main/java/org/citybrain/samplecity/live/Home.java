package org.citybrain.samplecity.live;

import java.util.ArrayList;
import java.util.List;

/** A household in the pool: who lives there, and how far its bills of this year are from the line. */
final class Home {
    static final int ADULT = 17;
    private final String number;
    private final String village;
    private final String address;
    private final List<Citizen> citizens = new ArrayList<>(4);
    private long selfPaidCents;
    private int billsEver;
    private boolean broken;
    private boolean listed;
    private int declaredYear;

    Home(String number, String village, String address, int declaredYear) {
        this.number = number;
        this.village = village;
        this.address = address;
        this.declaredYear = declaredYear;
    }

    String number() {
        return number;
    }

    String village() {
        return village;
    }

    String address() {
        return address;
    }

    List<Citizen> citizens() {
        return citizens;
    }

    /** Some member's number cannot be read: nothing is certain here, so life leaves it alone. */
    void breakIt() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    boolean isIncomeKnown(int year) {
        return citizens.stream().allMatch(c -> c.isIncomeKnown() || c.resident().ageAtEndOf(year - 1) < ADULT);
    }

    long incomeCents() {
        return citizens.stream().mapToLong(Citizen::lastYearCents).sum();
    }

    long selfPaidCents() {
        return selfPaidCents;
    }

    /** Counts a settled bill, of this year when {@code now}. */
    void paid(long cents, boolean now) {
        selfPaidCents += now ? cents : 0;
        billsEver++;
    }

    void refunded(long cents) {
        selfPaidCents -= cents;
    }

    boolean isQuiet() {
        return billsEver == 0;
    }

    boolean isListed() {
        return listed || selfPaidCents > 2 * incomeCents();
    }

    void list() {
        listed = true;
    }

    /** Whether last year's income of the household is recorded whole. */
    boolean isDeclared(int year) {
        return declaredYear >= year - 1;
    }

    void declare(int year, long centsEach) {
        declaredYear = year - 1;
        citizens.stream()
                .filter(c -> c.resident().ageAtEndOf(year - 1) >= ADULT)
                .forEach(c -> c.earnedLastYear(centsEach));
    }

    void turnYear() {
        selfPaidCents = 0;
        listed = false;
        citizens.forEach(Citizen::turnYear);
    }
}
