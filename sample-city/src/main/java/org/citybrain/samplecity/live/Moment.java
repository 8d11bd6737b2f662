package org.citybrain.samplecity.live;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** A moment of city time in the forms that rows need. */
record Moment(LocalDateTime time) {
    LocalDate day() {
        return time.toLocalDate();
    }

    int year() {
        return time.getYear();
    }

    /** As a timestamp column prints it. */
    String stamp() {
        return time.toLocalDate() + " " + time.toLocalTime().withNano(0).toString()
                + (time.getSecond() == 0 ? ":00" : "");
    }
}
