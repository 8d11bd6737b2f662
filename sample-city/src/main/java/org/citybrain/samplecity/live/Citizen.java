package org.citybrain.samplecity.live;

import org.citybrain.samplecity.population.Resident;

/** A member of a household in the pool, with the keys of his rows and his recorded income by year. */
final class Citizen {
    private final Resident resident;
    private final long memberNo;
    private final String relation;
    private long lastYearCents;
    private boolean lastYearKnown;
    private long thisYearCents;

    Citizen(Resident resident, long memberNo, String relation) {
        this.resident = resident;
        this.memberNo = memberNo;
        this.relation = relation;
    }

    Resident resident() {
        return resident;
    }

    long memberNo() {
        return memberNo;
    }

    String relation() {
        return relation;
    }

    long lastYearCents() {
        return lastYearCents;
    }

    boolean isIncomeKnown() {
        return lastYearKnown;
    }

    void earnedLastYear(long cents) {
        lastYearCents += cents;
        lastYearKnown = true;
    }

    void earnedThisYear(long cents) {
        thisYearCents += cents;
    }

    /** The year is over: what is recorded of it is now last year's, complete only once it is declared. */
    void turnYear() {
        lastYearCents = thisYearCents;
        thisYearCents = 0;
    }
}
