package org.citybrain.samplecity.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.samplecity.city.Dice;

/**
 * Who lives together. The weights of the shapes give about 3.1 people a household and an age pyramid like that of a
 * county in inner China: a fifth children, a fifth sixty and older, the broadest belt at 30 to 55.
 */
final class Families {
    private static final int[] SHAPES = {7, 11, 9, 12, 30, 4, 21, 6};
    private final LocalDate startDay;

    Families(LocalDate startDay) {
        this.startDay = startDay;
    }

    /** A person to be: the register gives name and number later. */
    record Place(String relation, boolean male, LocalDate birthDate, boolean dead) {}

    /** The people of one new household, head first. */
    List<Place> draw(Dice dice) {
        List<Place> places = new ArrayList<>(6);
        switch (dice.weighted(SHAPES)) {
            case 0 -> head(places, dice, dice.between(62, 88), 0.45);
            case 1 -> couple(places, dice, dice.between(60, 84));
            case 2 -> head(places, dice, dice.between(22, 59), 0.6);
            case 3 -> couple(places, dice, dice.between(23, 61));
            case 4 -> nuclear(places, dice, dice.between(25, 50));
            case 5 -> {
                int age = dice.between(28, 50);
                head(places, dice, age, 0.4);
                children(places, dice, age, dice.between(1, 2));
            }
            case 6 -> threeGenerations(places, dice);
            default -> {
                int age = dice.between(47, 66);
                couple(places, dice, age);
                children(places, dice, age, 1);
            }
        }
        if (dice.chance(0.006)) {
            places.add(place(dice, dice.chance(0.5) ? "父" : "母", dice.between(72, 95), true));
        }
        return places;
    }

    private void nuclear(List<Place> places, Dice dice, int age) {
        couple(places, dice, age);
        children(places, dice, age, 1 + dice.weighted(42, 44, 14));
    }

    private void threeGenerations(List<Place> places, Dice dice) {
        int age = dice.between(28, 54);
        nuclear(places, dice, age);
        int older = age + dice.between(21, 30);
        if (older > 92) {
            return;
        }
        boolean both = dice.chance(0.5);
        boolean father = both || dice.chance(0.4);
        if (father) {
            places.add(place(dice, "父", older, false));
        }
        if (both || !father) {
            places.add(place(dice, "母", older - dice.between(0, 3), false));
        }
    }

    private void couple(List<Place> places, Dice dice, int age) {
        boolean male = dice.chance(0.85);
        places.add(place(dice, "户主", male, age));
        places.add(place(dice, "配偶", !male, Math.max(20, age + (male ? -1 : 1) * dice.between(-2, 5))));
    }

    private void head(List<Place> places, Dice dice, int age, double maleShare) {
        places.add(place(dice, "户主", dice.chance(maleShare), age));
    }

    private void children(List<Place> places, Dice dice, int parentAge, int wished) {
        int age = parentAge - dice.between(22, 29);
        for (int i = 0; i < wished && age >= 0; i++) {
            boolean male = dice.chance(0.525);
            places.add(place(dice, male ? "子" : "女", male, Math.min(age, 33)));
            age -= dice.between(1, 6);
        }
    }

    private Place place(Dice dice, String relation, int age, boolean dead) {
        return new Place(relation, relation.equals("父"), birth(dice, age), dead);
    }

    private Place place(Dice dice, String relation, boolean male, int age) {
        return new Place(relation, male, birth(dice, age), false);
    }

    private LocalDate birth(Dice dice, int age) {
        return startDay.minusYears(age).minusDays(1 + dice.below(364));
    }
}
