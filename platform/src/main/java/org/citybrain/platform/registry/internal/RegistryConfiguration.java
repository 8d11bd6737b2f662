package org.citybrain.platform.registry.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.Needs;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.exchange.Deliveries;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.registry.Corrections;
import org.citybrain.platform.registry.CreditChanged;
import org.citybrain.platform.registry.Firms;
import org.citybrain.platform.registry.Papers;
import org.citybrain.platform.registry.Persons;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.declared.Declaration;
import org.citybrain.platform.registry.fault.OtherCity;
import org.citybrain.platform.registry.fault.RecordFindings;
import org.citybrain.platform.registry.publicity.StoredMarks;
import org.citybrain.platform.registry.resolve.EntityRows;
import org.citybrain.platform.registry.resolve.PaperRows;
import org.citybrain.platform.registry.resolve.RecordDeclaration;
import org.citybrain.platform.registry.resolve.Resolver;
import org.citybrain.platform.registry.resolve.RowsListener;
import org.citybrain.platform.subscription.Subscriptions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {
    private static final String RECORDS = ".records.yaml";

    /** Every {@code <kind>.records.yaml} beside the scenes' folder, unless {@code registries.dir} says otherwise. */
    @Bean
    Registries registries(
            Home home,
            JdbcClient jdbc,
            EntityRows entities,
            Facts facts,
            StoredCorrections corrections,
            Regions regions,
            OtherCity otherCity) {
        Path folder = home.config()
                .find("registries.dir")
                .map(Path::of)
                .orElseGet(() -> home.config().getPath("scenes.dir").resolveSibling("registries"));
        try (Stream<Path> files = Files.list(folder)) {
            return new Registries(files.filter(file -> file.toString().endsWith(RECORDS))
                    .sorted()
                    .map(file -> {
                        String kind = file.getFileName().toString().replace(RECORDS, "");
                        Declaration declaration = Declaration.read(file.resolveSibling(kind + ".yaml"));
                        OpaqueIds ids = new OpaqueIds(home.config().get("opaque.key"), home.node());
                        Resolver resolver =
                                new Resolver(RecordDeclaration.read(file), ids, otherCity, jdbc, Clock.systemUTC());
                        return new Registries.Registry(
                                declaration,
                                resolver,
                                new SubjectRows(declaration, resolver.declared(), entities, facts, corrections),
                                new GoldenFields(declaration, regions));
                    })
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the registries' declarations", e);
        }
    }

    @Bean
    RowsListener registryRows(
            Registries registries,
            PlatformTransactionManager transactions,
            StoredCorrections corrections,
            RecordFindings findings,
            ApplicationEventPublisher events) {
        return new RowsListener(registries.resolvers(), new TransactionTemplate(transactions), rows -> {
            corrections.close(rows);
            findings.tell(rows);
            tellOfCredit(registries, rows, events);
        });
    }

    private static void tellOfCredit(
            Registries registries, List<Resolver.Taken> rows, ApplicationEventPublisher events) {
        Set<String> resources =
                registries.of(Registries.CREDIT).resolver().declared().sources().keySet();
        List<CreditChanged.Row> changed = rows.stream()
                .filter(row -> resources.contains(row.resource()))
                .map(row ->
                        new CreditChanged.Row(row.resource(), row.key(), row.fields(), row.deleted(), row.receipt()))
                .toList();
        if (!changed.isEmpty()) {
            events.publishEvent(new CreditChanged(changed));
        }
    }

    @Bean
    SoundRenewal soundRenewal(Registries registries, JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new SoundRenewal(registries, jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    EntityRows entityRows(JdbcClient jdbc) {
        return new EntityRows(jdbc);
    }

    @Bean
    StandingUses standingUses(Needs needs, Subscriptions subscriptions) {
        return new StandingUses(needs, subscriptions);
    }

    @Bean
    ReadLedger readLedger(
            JdbcClient jdbc, Facts facts, StandingUses standing, Registries registries, EntityRows entities) {
        return new JdbcReadLedger(jdbc, facts, standing, registries.of(Registries.PERSON), entities);
    }

    @Bean
    Admission registryAdmission(
            Registries registries,
            StoredMarks marks,
            ReadLedger ledger,
            Audit audit,
            PlatformTransactionManager transactions) {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new Admission(registries, marks, ledger, audit, apart);
    }

    @Bean
    Persons persons(Registries registries, EntityRows entities, Facts facts, Admission admission, ReadLedger ledger) {
        Registries.Registry registry = registries.of(Registries.PERSON);
        return new FactPersons(registry, new PersonSearch(registry, entities, facts), facts, admission, ledger);
    }

    @Bean
    Firms firms(Registries registries, EntityRows entities, Facts facts, Admission admission, ReadLedger ledger) {
        Registries.Registry registry = registries.of(Registries.FIRM);
        return new StoredFirms(
                registry,
                new FirmSearch(registry, entities),
                new FirmPeople(registry, entities, facts),
                admission,
                ledger);
    }

    private static Map<String, PaperTypes> papersOf(Registries registries, CityTime time) {
        return registries.all().stream()
                .filter(registry -> !registry.declaration().papers().isEmpty())
                .collect(Collectors.toMap(
                        Registries.Registry::kind, registry -> new PaperTypes(registry.declaration(), time)));
    }

    @Bean
    Papers papers(Registries registries, CityTime time, JdbcClient jdbc, StoredMarks marks, Admission admission) {
        return new StoredPapers(registries, papersOf(registries, time), new PaperRows(jdbc), marks, admission);
    }

    @Bean
    PaperSources paperSources(Registries registries, CityTime time, JdbcClient jdbc) {
        return new PaperSources(papersOf(registries, time), new PaperRows(jdbc));
    }

    @Bean
    Corrections corrections(
            Registries registries,
            StoredCorrections stored,
            Deliveries deliveries,
            Admission admission,
            ReadLedger ledger,
            Audit audit,
            CityTime time) {
        return new OrderedCorrections(registries, stored, deliveries, admission, ledger, audit, time);
    }

    @Bean
    RegistryNeeds registryNeeds(Registries registries, Catalogue catalogue, Needs needs) {
        return new RegistryNeeds(registries, catalogue, needs);
    }
}
