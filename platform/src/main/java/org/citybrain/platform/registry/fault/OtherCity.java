package org.citybrain.platform.registry.fault;

import java.util.List;
import java.util.regex.Pattern;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.region.Address;
import org.citybrain.platform.region.Addresses;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.registry.resolve.RecordFault;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What an address leaves in doubt: whether it lies in another city, or which of several places of one name it means. The reader
 * of addresses is made for the first one that names a city but not this one, or begins with a town or village.
 */
@Component
public class OtherCity implements RecordFault.AddressDoubts {
    private static final Pattern NAMES_ONE = Pattern.compile(".{1,9}(省|市|州|盟|地[区區]|自治[区區]|特[别別]行政[区區])");
    private static final Pattern TOWN_OR_VILLAGE_FIRST =
            Pattern.compile("[^省市区區县縣]{1,12}?(社[区區]|居委会|居民委员会|村|街道|[镇鎮]|[乡鄉])");
    private static final int BEGINNING = 16;
    private static final int MOST_TOLD = 4;
    private final Addresses addresses;
    private final String own;

    OtherCity(@Lazy Addresses addresses, Regions regions, Home home) {
        this.addresses = addresses;
        this.own = regions.nameOf(home.node());
    }

    @Override
    public String otherCity(String address) {
        boolean here =
                address.substring(0, Math.min(BEGINNING, address.length())).contains(own);
        if (here || !NAMES_ONE.matcher(address).lookingAt()) {
            return "";
        }
        Address read = addresses.read(address);
        return read.where() == Address.Where.ELSEWHERE ? read.path() : "";
    }

    @Override
    public String several(String address) {
        if (!TOWN_OR_VILLAGE_FIRST.matcher(address).lookingAt()) {
            return "";
        }
        List<String> places = addresses.read(address).several();
        String told = String.join("、", places.subList(0, Math.min(MOST_TOLD, places.size())));
        return places.size() > MOST_TOLD ? told + "…" : told;
    }
}
