package org.citybrain.samplecity.tables;

import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Names;
import org.citybrain.samplecity.population.Resident;
import org.jspecify.annotations.Nullable;

/** Writes things down for one department, with that department's mistakes. */
public final class Clerk {
    private final DirtRates rates;
    private final Names names;
    private final long seed;
    private final long system;
    private final int thisYear;

    /**
     * A clerk.
     *
     * @param department whose rates apply
     * @param thisYear the calendar year at the start, for ages
     */
    public Clerk(String department, Names names, long seed, int thisYear) {
        this.rates = DirtRates.of(department);
        this.names = names;
        this.seed = seed;
        this.system = department.hashCode();
        this.thisYear = thisYear;
    }

    /** The number this department holds the person under when nobody mistypes it: his own or his 15-digit one. */
    public String heldNumber(Resident resident) {
        boolean old =
                resident.ageAtEndOf(thisYear) >= 60 && resident.birthDate().getYear() < 2000;
        if (old && Dice.of(seed, system, resident.personNo()).chance(rates.oldIdNumber())) {
            return resident.idNumber().substring(0, 6) + resident.idNumber().substring(8, 17);
        }
        return resident.idNumber();
    }

    /** The held number as it is typed this time: sometimes missing, sometimes with a wrong digit. */
    public @Nullable String typedNumber(Dice dice, Resident resident) {
        String held = heldNumber(resident);
        double luck = dice.share();
        if (luck < rates.missingIdNumber()) {
            return null;
        }
        return luck < rates.missingIdNumber() + rates.mistypedIdNumber() ? mistyped(dice, resident.idNumber()) : held;
    }

    /** The name as it is typed this time. */
    public String typedName(Dice dice, Resident resident) {
        return dice.chance(rates.nameTypo()) ? names.mistaken(dice, resident.name()) : resident.name();
    }

    /** Whether the address is one of earlier times. */
    public boolean isAddressStale(Dice dice) {
        return dice.chance(rates.staleAddress());
    }

    /** One digit of the order number changed: the check digit, which sees every such slip, fails. */
    private static String mistyped(Dice dice, String number) {
        int at = dice.between(14, 16);
        int digit = (number.charAt(at) - '0' + dice.between(1, 9)) % 10;
        return number.substring(0, at) + digit + number.substring(at + 1);
    }
}
