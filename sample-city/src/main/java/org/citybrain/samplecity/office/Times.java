package org.citybrain.samplecity.office;

import org.citybrain.samplecity.city.Dice;

/** Times of day as timestamp columns print them. */
final class Times {
    private static final int FIRST_MINUTE = 420;
    private static final int LAST_MINUTE = 1_320;

    private Times() {}

    /** A blank and a waking minute. */
    static String ofDay(Dice dice) {
        return at(dice.between(FIRST_MINUTE, LAST_MINUTE));
    }

    /** A blank and the minute of the day. */
    static String at(int minute) {
        int hour = minute / 60;
        int rest = minute % 60;
        return (hour < 10 ? " 0" : " ") + hour + (rest < 10 ? ":0" : ":") + rest + ":00";
    }
}
