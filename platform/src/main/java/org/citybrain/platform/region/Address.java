package org.citybrain.platform.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Chinese address taken apart. What was not told is empty.
 *
 * @param standard the address in its standard form: simplified signs, numbers in digits, one word for each kind of building
 * @param where whether it lies in this city, as far as it says
 * @param division the smallest division that it names without doubt; its city when it lies elsewhere; null when it names none
 * @param path names of the division's county, town and village, or of the city elsewhere
 * @param several paths of the divisions that bear the name it begins with, where it does not say which is meant
 * @param street road, housing estate or hamlet before the house number
 * @param group villagers' group (村民小组), such as 3
 * @param number house number, such as 12 or 8-1
 * @param estate what stands between house number and building, such as 阳光花园
 * @param building such as 3 or a
 * @param unit staircase (单元)
 * @param floor storey
 * @param room door
 * @param rest what follows and was not understood, such as 旁
 */
public record Address(
        String standard,
        Where where,
        @Nullable Region division,
        String path,
        List<String> several,
        String street,
        String group,
        String number,
        String estate,
        String building,
        String unit,
        String floor,
        String room,
        String rest) {
    public Address {
        several = List.copyOf(several);
    }

    /** Where an address lies. */
    public enum Where {
        /** In a division of this city. */
        HERE,
        /** It names another city or province. */
        ELSEWHERE,
        /** It names no division that is known, or one that several bear. */
        UNKNOWN
    }
}
