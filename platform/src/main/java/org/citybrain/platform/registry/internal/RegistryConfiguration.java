package org.citybrain.platform.registry.internal;

import java.nio.file.Path;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.Needs;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.registry.Persons;
import org.citybrain.platform.registry.ReadLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

    /** {@code registries/person.yaml}, beside the scenes' folder unless {@code registries.dir} says otherwise. */
    @Bean
    Declaration personDeclaration(Home home) {
        Path folder = home.config()
                .find("registries.dir")
                .map(Path::of)
                .orElseGet(() -> home.config().getPath("scenes.dir").resolveSibling("registries"));
        return Declaration.read(folder.resolve("person.yaml"));
    }

    @Bean
    ReadLedger readLedger(JdbcClient jdbc, Facts facts, Needs needs, Declaration declaration) {
        return new JdbcReadLedger(jdbc, facts, new StandingUses(needs), declaration.ref());
    }

    @Bean
    GoldenRecords goldenRecords(Declaration declaration, Regions regions) {
        return new GoldenRecords(declaration, regions);
    }

    @Bean
    Persons persons(Declaration declaration, GoldenRecords records, Facts facts, ReadLedger ledger, Home home) {
        return new FactPersons(
                declaration,
                records,
                facts,
                ledger,
                new FactPersons.PersonKeys(home.config().get("opaque.key"), home.node()));
    }

    @Bean
    RegistryNeeds registryNeeds(Declaration declaration, Catalogue catalogue, Needs needs) {
        return new RegistryNeeds(declaration, catalogue, needs);
    }
}
