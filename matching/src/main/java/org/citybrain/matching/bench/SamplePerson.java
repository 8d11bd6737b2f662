package org.citybrain.matching.bench;

/**
 * A test person as truth has it.
 *
 * @param number the person's number in the sample
 * @param identity 18 characters, area 360999
 * @param name Chinese name
 * @param male sex
 * @param year year of birth
 * @param month month of birth
 * @param day day of birth
 * @param phone own phone, or the household's
 * @param home number of the home
 * @param formerHome number of an earlier home
 */
record SamplePerson(
        int number,
        String identity,
        String name,
        boolean male,
        int year,
        int month,
        int day,
        String phone,
        int home,
        int formerHome) {
    static final int THIS_YEAR = 2026;

    int age() {
        return THIS_YEAR - year;
    }
}
