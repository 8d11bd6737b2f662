package org.citybrain.platform.region.internal;

import java.nio.file.Path;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.region.Addresses;
import org.citybrain.platform.region.Regions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class RegionConfiguration {
    @Bean
    Regions regions(Home home) {
        return new FileRegions(shared(home), home.node());
    }

    /** Made when the first address is asked about: every village's spellings would cost each start its time. */
    @Bean
    @Lazy
    Addresses addresses(Home home, Regions regions) {
        return new AddressReader(DivisionFiles.readWithCountry(shared(home), home.node()), regions, home.node());
    }

    private static Path shared(Home home) {
        return Path.of(home.config().get("shared.dir", "../shared"));
    }
}
