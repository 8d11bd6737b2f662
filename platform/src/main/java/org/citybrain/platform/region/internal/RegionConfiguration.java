package org.citybrain.platform.region.internal;

import java.nio.file.Path;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.region.Addresses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class RegionConfiguration {
    @Bean
    FileRegions regions(Home home) {
        return new FileRegions(shared(home), home.node());
    }

    /** Made when the first address is asked about: every village's spellings would cost each start its time. */
    @Bean
    @Lazy
    Addresses addresses(Home home, FileRegions regions) {
        return new AddressReader(DivisionFiles.withCountry(shared(home), regions.names()), regions, home.node());
    }

    private static Path shared(Home home) {
        return Path.of(home.config().get("shared.dir", "../shared"));
    }
}
