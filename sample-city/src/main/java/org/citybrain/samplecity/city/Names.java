package org.citybrain.samplecity.city;

import java.util.List;

/** Surnames and given names; villages are settled by a few families each, as in the country. */
public final class Names {
    private static final int OLD = 40;
    private final List<String> surnames;
    private final int[] weights;
    private final int[] maleOld = signs("male-old");
    private final int[] maleYoung = signs("male-young");
    private final int[] femaleOld = signs("female-old");
    private final int[] femaleYoung = signs("female-young");
    private final List<String> maleDouble = words("double-male");
    private final List<String> femaleDouble = words("double-female");

    /** Reads the bundled lists. */
    public Names() {
        List<List<String>> rows = Resources.rows("names/surnames.csv");
        surnames = rows.stream().map(row -> row.get(0)).toList();
        weights = rows.stream().mapToInt(row -> Integer.parseInt(row.get(1))).toArray();
    }

    /** A surname; two in three families of a village share its three old surnames. */
    public String surname(Dice dice, long seed, Village village) {
        if (!village.isUrban() && dice.chance(0.66)) {
            Dice settled = Dice.of(seed, Long.parseLong(village.code()), 1);
            int skip = dice.weighted(5, 3, 2);
            for (int i = 0; i < skip; i++) {
                settled.weighted(weights);
            }
            return surnames.get(settled.weighted(weights));
        }
        return surnames.get(dice.weighted(weights));
    }

    /** A given name fit for sex and age. */
    public String given(Dice dice, boolean male, int age) {
        if (dice.chance(0.25)) {
            return dice.pick(male ? maleDouble : femaleDouble);
        }
        int[] old = male ? maleOld : femaleOld;
        int[] signs = age >= OLD ? old : male ? maleYoung : femaleYoung;
        String first = Character.toString(signs[dice.below(signs.length)]);
        return dice.chance(0.15) ? first : first + Character.toString(signs[dice.below(signs.length)]);
    }

    /** The name with one sign mistaken, as a clerk in a hurry would. */
    public String mistaken(Dice dice, String name) {
        int at = name.length() - 1;
        int[] signs = dice.chance(0.5) ? maleOld : femaleOld;
        String wrong = Character.toString(signs[dice.below(signs.length)]);
        return name.endsWith(wrong) ? name + wrong : name.substring(0, at) + wrong;
    }

    private static int[] signs(String set) {
        return Resources.entry("names/given.csv", set).codePoints().distinct().toArray();
    }

    private static List<String> words(String set) {
        return List.of(Resources.entry("names/given.csv", set).split(" "));
    }
}
