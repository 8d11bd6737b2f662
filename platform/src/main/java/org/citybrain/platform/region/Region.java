package org.citybrain.platform.region;

/**
 * An administrative division (GB/T 2260, GB/T 10114, statistics code).
 *
 * @param code 4 digits city, 6 county, 9 town, 12 village
 * @param name Chinese name
 */
public record Region(String code, String name) {
    public Region {
        if (!code.matches("\\d{4}|\\d{6}|\\d{9}|\\d{12}")) {
            throw new IllegalArgumentException("a region code has 4, 6, 9 or 12 digits, not '" + code + "'");
        }
    }
}
