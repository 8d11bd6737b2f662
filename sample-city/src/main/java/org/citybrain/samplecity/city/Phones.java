package org.citybrain.samplecity.city;

/** Mobile numbers of the prefix 164, which is assigned to nobody; a person keeps his in every department. */
public final class Phones {
    private static final String PREFIX = "164";

    private Phones() {}

    /** The number of a person or, with another salt, of an office. */
    public static String of(long seed, long owner, long salt) {
        int digits = Dice.of(seed, owner, salt).below(100_000_000);
        return PREFIX + String.valueOf(100_000_000L + digits).substring(1);
    }
}
