package org.citybrain.samplecity.population;

import java.util.List;
import org.citybrain.samplecity.city.Village;

/**
 * A household of the register (户籍).
 *
 * @param number household number, 12 digits
 * @param village where it is registered
 * @param address its address
 * @param members present and former members, head first
 */
public record Household(String number, Village village, String address, List<Member> members) {
    public Household {
        members = List.copyOf(members);
    }

    /** The people who belong to it now. */
    public List<Resident> present() {
        return members.stream().filter(Member::isPresent).map(Member::resident).toList();
    }
}
