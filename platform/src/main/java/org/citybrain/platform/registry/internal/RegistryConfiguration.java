package org.citybrain.platform.registry.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.Needs;
import org.citybrain.platform.exchange.Deliveries;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.registry.Corrections;
import org.citybrain.platform.registry.Persons;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.resolve.EntityRows;
import org.citybrain.platform.registry.resolve.RecordDeclaration;
import org.citybrain.platform.registry.resolve.Resolver;
import org.citybrain.platform.registry.resolve.RowsListener;
import org.citybrain.platform.subscription.Subscriptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

    /** {@code registries/person.yaml}, beside the scenes' folder unless {@code registries.dir} says otherwise. */
    @Bean
    Declaration personDeclaration(Home home) {
        return Declaration.read(folder(home).resolve("person.yaml"));
    }

    private static Path folder(Home home) {
        return home.config()
                .find("registries.dir")
                .map(Path::of)
                .orElseGet(() -> home.config().getPath("scenes.dir").resolveSibling("registries"));
    }

    @Bean
    Resolver personResolver(Home home, JdbcClient jdbc) {
        return new Resolver(
                RecordDeclaration.read(folder(home).resolve("person.records.yaml")),
                new OpaqueIds(home.config().get("opaque.key"), home.node()),
                jdbc,
                Clock.systemUTC());
    }

    @Bean
    RowsListener registryRows(
            List<Resolver> resolvers, PlatformTransactionManager transactions, StoredCorrections corrections) {
        return new RowsListener(resolvers, new TransactionTemplate(transactions), corrections::close);
    }

    @Bean
    EntityRows entityRows(JdbcClient jdbc) {
        return new EntityRows(jdbc);
    }

    @Bean
    PersonRows personRows(
            Declaration declaration,
            Resolver personResolver,
            EntityRows entities,
            Facts facts,
            StoredCorrections corrections) {
        return new PersonRows(
                declaration.ref(),
                personResolver.declared().sources().keySet(),
                entities,
                facts,
                corrections,
                Clock.systemUTC());
    }

    @Bean
    StandingUses standingUses(Needs needs, Subscriptions subscriptions) {
        return new StandingUses(needs, subscriptions);
    }

    @Bean
    ReadLedger readLedger(
            JdbcClient jdbc, Facts facts, StandingUses standing, Declaration declaration, EntityRows entities) {
        return new JdbcReadLedger(jdbc, facts, standing, declaration.ref(), entities);
    }

    @Bean
    GoldenRecords goldenRecords(Declaration declaration, Regions regions) {
        return new GoldenRecords(declaration, regions);
    }

    @Bean
    Persons persons(
            Declaration declaration,
            GoldenRecords records,
            PersonRows rows,
            Resolver personResolver,
            EntityRows entities,
            Facts facts,
            ReadLedger ledger,
            Home home) {
        PersonSearch search = new PersonSearch(
                declaration, personResolver, entities, facts, home.config().get("opaque.key"), home.node());
        return new FactPersons(declaration, records, rows, search, facts, ledger);
    }

    @Bean
    Corrections corrections(
            Declaration declaration,
            PersonRows rows,
            StoredCorrections stored,
            Deliveries deliveries,
            ReadLedger ledger,
            Audit audit) {
        return new OrderedCorrections(declaration, rows, stored, deliveries, ledger, audit);
    }

    @Bean
    RegistryNeeds registryNeeds(Declaration declaration, Catalogue catalogue, Needs needs) {
        return new RegistryNeeds(declaration, catalogue, needs);
    }
}
