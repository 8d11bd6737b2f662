package org.citybrain.platform.registry.internal;

import java.util.regex.Pattern;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.region.Address;
import org.citybrain.platform.region.Addresses;
import org.citybrain.platform.region.Regions;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which other city an address lies in. The reader of addresses is made for the first one that names a city but not this one. */
@Component
class OtherCity {
    private static final Pattern NAMES_ONE = Pattern.compile(".{1,9}(省|市|州|盟|地[区區]|自治[区區]|特[别別]行政[区區])");
    private static final int BEGINNING = 16;
    private final Addresses addresses;
    private final String own;

    OtherCity(@Lazy Addresses addresses, Regions regions, Home home) {
        this.addresses = addresses;
        this.own = regions.nameOf(home.node());
    }

    /** The city's name as its address tells it; empty when it lies here or says nothing. */
    String of(String address) {
        boolean here =
                address.substring(0, Math.min(BEGINNING, address.length())).contains(own);
        if (here || !NAMES_ONE.matcher(address).lookingAt()) {
            return "";
        }
        Address read = addresses.read(address);
        return read.where() == Address.Where.ELSEWHERE ? read.path() : "";
    }
}
