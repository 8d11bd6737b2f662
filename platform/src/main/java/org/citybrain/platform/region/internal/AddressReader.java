package org.citybrain.platform.region.internal;

import java.util.List;
import java.util.Map;
import org.citybrain.platform.region.Address;
import org.citybrain.platform.region.Address.Where;
import org.citybrain.platform.region.Addresses;
import org.citybrain.platform.region.Region;
import org.citybrain.platform.region.Regions;
import org.jspecify.annotations.Nullable;

/** Reads the divisions of an address from the left, each below the one before, then the house from what remains. */
final class AddressReader implements Addresses {
    private static final int CITY_DIGITS = 4;
    private final Gazetteer gazetteer;
    private final Regions regions;
    private final Map<String, String> names;
    private final String city;

    /**
     * Reads addresses of one city.
     *
     * @param names names by code, as {@link Gazetteer} takes them
     * @param city the own city's four digits
     */
    AddressReader(Map<String, String> names, Regions regions, String city) {
        this.gazetteer = new Gazetteer(names);
        this.regions = regions;
        this.names = Map.copyOf(names);
        this.city = city;
    }

    @Override
    public Address read(String text) {
        String standard = Gazetteer.standard(text);
        String code = "";
        int at = 0;
        for (Gazetteer.Named named = gazetteer.at(standard, 0, ""); named != null; ) {
            code = named.code();
            at = named.end();
            named = gazetteer.at(standard, at, code);
        }
        House house = new House(standard.substring(at));
        return new Address(
                standard,
                where(code),
                region(code),
                path(code),
                code.isEmpty()
                        ? gazetteer.several(standard).stream()
                                .map(regions::pathOf)
                                .toList()
                        : List.of(),
                house.street(),
                house.part(House.Part.GROUP),
                house.part(House.Part.NUMBER),
                house.estate(),
                house.part(House.Part.BUILDING),
                house.part(House.Part.UNIT),
                house.part(House.Part.FLOOR),
                house.part(House.Part.ROOM),
                house.rest());
    }

    /** The own province alone says too little. */
    private Where where(String code) {
        return code.startsWith(city) ? Where.HERE : city.startsWith(code) ? Where.UNKNOWN : Where.ELSEWHERE;
    }

    private @Nullable Region region(String code) {
        return code.length() < CITY_DIGITS ? null : new Region(code, names.getOrDefault(code, code));
    }

    private String path(String code) {
        return code.length() > CITY_DIGITS ? regions.pathOf(code) : names.getOrDefault(code, "");
    }
}
