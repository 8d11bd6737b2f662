package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Resident;
import org.jspecify.annotations.Nullable;

/** Issues plates and vehicle numbers, each once, and decides who drives what. */
public final class Vehicles {
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String ELECTRIC_LETTERS = "DABCEFGHJK";
    private static final long PLATES = 34L * 34 * 34 * 34 * 34;
    /** Shares no factor with 34, so that running numbers give every plate once, in no order one sees. */
    private static final long STEP = 7_368_787;

    private static final int FOUR_DIGITS = 10_000;
    private final LocalDate startDay;
    private long fuelled;
    private long electric;

    Vehicles(LocalDate startDay) {
        this.startDay = startDay;
    }

    /** The vehicles of a household whose drivers are given. */
    List<Vehicle> draw(Dice dice, List<Resident> drivers, boolean urban) {
        List<Vehicle> vehicles = new ArrayList<>(1);
        for (Resident driver : drivers) {
            if (dice.chance(urban ? 0.5 : 0.38)) {
                vehicles.add(vehicle(dice, driver, null, false));
            }
        }
        return vehicles;
    }

    /** A vehicle of a firm or sole trader. */
    Vehicle ofFirm(Dice dice, Firm firm, boolean truck) {
        return vehicle(dice, null, firm, truck);
    }

    private Vehicle vehicle(Dice dice, @Nullable Resident owner, @Nullable Firm firm, boolean truck) {
        boolean volts = !truck && dice.chance(0.16);
        long number = fuelled + electric;
        String model = dice.pick(Words.list(truck ? "truck" : volts ? "electric-car" : "car"));
        LocalDate registered = startDay.minusDays(dice.between(3, volts ? 1_800 : 4_700));
        return new Vehicle(
                volts ? electricPlate(electric++) : fuelledPlate(fuelled++),
                model,
                volts,
                truck,
                vin(number),
                owner,
                firm,
                registered);
    }

    /** Seven signs: province and city, then five. */
    public static String fuelledPlate(long number) {
        long left = (number + 1) * STEP % PLATES;
        StringBuilder plate = new StringBuilder("赣C");
        for (int i = 0; i < 5; i++) {
            plate.append(SIGNS.charAt((int) (left % SIGNS.length())));
            left /= SIGNS.length();
        }
        return plate.toString();
    }

    private static String electricPlate(long number) {
        long block = number / FOUR_DIGITS;
        char letter = ELECTRIC_LETTERS.charAt((int) (block / SIGNS.length() % ELECTRIC_LETTERS.length()));
        char second = SIGNS.charAt((int) (block % SIGNS.length()));
        return "赣C" + letter + second
                + String.valueOf(FOUR_DIGITS + number % FOUR_DIGITS).substring(1);
    }

    /** Seventeen signs of an invented maker. */
    public static String vin(long number) {
        return "LYC2B3FE" + String.valueOf(1_000_000_000L + number).substring(1);
    }
}
