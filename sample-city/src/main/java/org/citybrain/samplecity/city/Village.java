package org.citybrain.samplecity.city;

/**
 * A village or neighbourhood (村、社区), the smallest division people are registered in.
 *
 * @param code 12 digits: county 6, town 3, village 3
 * @param cityName province and city, e.g. 江西省宜春市
 * @param county name of the county or district
 * @param town name of the town or street
 * @param name its own name as registered, e.g. 彬江村委会
 */
public record Village(String code, String cityName, String county, String town, String name) {
    public Village {
        if (!code.matches("\\d{12}")) {
            throw new IllegalArgumentException("A village code has 12 digits, not " + code);
        }
    }

    /** Whether it is a neighbourhood of a town rather than a farming village. */
    public boolean isUrban() {
        return name.contains("居委会") || name.contains("社区");
    }

    /** The county's six digits. */
    public String countyCode() {
        return code.substring(0, 6);
    }

    /** A postal address in the village. */
    public String address(int number) {
        String shortName = name.replace("居委会", "").replace("委会", "");
        return cityName + county + town + shortName + number + "号";
    }
}
