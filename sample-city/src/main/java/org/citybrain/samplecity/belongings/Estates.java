package org.citybrain.samplecity.belongings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;

/** The estates of all neighbourhoods, and the developers who built them: two in each county. */
public final class Estates {
    private static final int OF_A_NEIGHBOURHOOD = 3;
    private static final int DEVELOPERS_OF_A_COUNTY = 2;
    private static final int FIRST_PARCEL = 90_001;
    private final List<Estate> all = new ArrayList<>();
    private final Map<String, Integer> firstOf = new HashMap<>();

    Estates(long seed, Divisions divisions, Employers employers) {
        for (Village village : divisions.villages()) {
            if (village.isUrban()) {
                firstOf.put(village.code(), all.size());
                Dice dice = Dice.of(seed, Long.parseLong(village.code()), 33);
                for (int i = 0; i < OF_A_NEIGHBOURHOOD; i++) {
                    String name = village.name().replace("居委会", "").replace("社区", "") + dice.pick(Words.list("estate"));
                    String parcel = village.code() + "GB" + (FIRST_PARCEL + i);
                    all.add(new Estate(name, village, parcel, developer(seed, dice, village, employers)));
                }
            }
        }
    }

    private static Firm developer(long seed, Dice dice, Village village, Employers employers) {
        Dice county = Dice.of(seed, Long.parseLong(village.countyCode()), 34);
        String trade = county.pick(Words.list("trade-name"));
        for (int i = dice.below(DEVELOPERS_OF_A_COUNTY); i > 0; i--) {
            trade = county.pick(Words.list("trade-name"));
        }
        return employers.found(village.county() + trade + "房地产开发有限公司", village);
    }

    /** All estates in the order of their neighbourhoods' codes. */
    public List<Estate> all() {
        return all;
    }

    /** An estate of the neighbourhood; of any when it has none. */
    Estate pick(Dice dice, Village village) {
        Integer first = firstOf.get(village.code());
        return first == null ? dice.pick(all) : all.get(first + dice.below(OF_A_NEIGHBOURHOOD));
    }
}
