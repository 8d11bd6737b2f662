package org.citybrain.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.citybrain.gateway.capture.PostgresSource;
import org.citybrain.gateway.capture.SourceFindings;
import org.citybrain.gateway.delivery.DeliveryConsumer;
import org.citybrain.gateway.delivery.DeliveryWriter;
import org.citybrain.gateway.folder.FolderSource;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.health.HealthServer;
import org.citybrain.gateway.http.HttpAccess;
import org.citybrain.gateway.http.HttpSource;
import org.citybrain.gateway.lane.Announcements;
import org.citybrain.gateway.lane.BatchSink;
import org.citybrain.gateway.lane.KafkaBatchSink;
import org.citybrain.gateway.lane.KafkaSentBatches;
import org.citybrain.gateway.mariadb.MariaDbFindings;
import org.citybrain.gateway.mariadb.MariaDbSource;
import org.citybrain.gateway.receipt.ReceiptConsumer;
import org.citybrain.gateway.receipt.ReceiptLedger;
import org.citybrain.gateway.receipt.TopicLoop;
import org.citybrain.gateway.signing.DepartmentKey;
import org.citybrain.gateway.signing.KeyRegistration;
import org.citybrain.gateway.signing.PlatformClient;
import org.citybrain.gateway.source.Announcer;
import org.citybrain.gateway.source.RememberedSources;
import org.citybrain.gateway.source.Source;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.gateway.source.SourceSpec;
import org.citybrain.gateway.subscription.PlatformKeys;
import org.citybrain.gateway.subscription.ReceivingDatabase;
import org.citybrain.gateway.subscription.SubscriptionConsumer;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.SchemaObserved;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One gateway process: an agent per department, the health port, receipts and deliveries. */
final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private final GatewaySettings settings;
    private final Health health = new Health();
    private final Clock clock = Clock.systemUTC();
    private final BatchSink announcing;
    private final Announcements announcements;
    private final RememberedSources remembered;
    private final PlatformClient platform;
    private final Map<String, DepartmentAgent> agents = new LinkedHashMap<>();
    private final List<TopicLoop> loops = new CopyOnWriteArrayList<>();
    private final Map<String, ReceivingDatabase> receiving = new ConcurrentHashMap<>();
    private final Map<String, TopicLoop> receivers = new ConcurrentHashMap<>();
    private final List<SourceSpec> served = new CopyOnWriteArrayList<>();
    private final HealthServer server;

    /**
     * Starts everything that needs no other process; the rest waits for its partners by itself.
     *
     * @throws IOException when the health port is in use
     */
    Gateway(GatewaySettings settings) throws IOException {
        this.settings = settings;
        this.announcing = new KafkaBatchSink(settings.kafka());
        this.announcements = new Announcements(announcing);
        this.remembered = new RememberedSources(settings.folder().resolve("sources.json"));
        this.platform = new PlatformClient(settings.platformUrl(), settings.token());
        this.server = new HealthServer(settings.healthPort(), health, settings.token(), this::add);
        for (String department : settings.departments()) {
            agent(department);
        }
        settings.sources().forEach(this::serve);
        remembered.all().forEach(this::serve);
    }

    private synchronized DepartmentAgent agent(String department) {
        DepartmentAgent known = agents.get(department);
        if (known != null) {
            return known;
        }
        Path folder = settings.folder().resolve(department);
        DepartmentKey key = DepartmentKey.of(department + "@" + settings.city(), folder.resolve("key"), clock);
        Supplier<BatchSink> sinks = () -> new KafkaBatchSink(settings.kafka());
        DepartmentAgent agent = new DepartmentAgent(key, department, folder, sinks, health.under(department));
        agents.put(department, agent);
        String group = "gateway." + settings.name() + "." + department;
        loops.add(new TopicLoop(
                settings.kafka(),
                group + ".receipts",
                Topics.RECEIPTS,
                // every department reads them all, and nobody waits for one
                Duration.ofMillis(500),
                new ReceiptConsumer(
                        department, new ReceiptLedger(folder.resolve("receipts")), health.under(department))));
        Thread.ofVirtual().start(new KeyRegistration(platform, List.of(key), health));
        Thread.ofVirtual().start(() -> {
            try {
                KafkaTopics.ensure(settings.kafka(), department);
                agent.start();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return agent;
    }

    private synchronized String add(SourceSpec spec) {
        if (served.stream().anyMatch(spec::isSamePlace)) {
            remembered.add(spec);
            return "Already serving " + spec;
        }
        // slot, publication and state carry the department's name
        if (served.stream().anyMatch(spec::isSameKind)) {
            throw new IllegalArgumentException("The department " + spec.department()
                    + " already has a source of this kind; choose another with --department CODE");
        }
        serve(spec);
        remembered.add(spec);
        return "Serving " + spec;
    }

    private void serve(SourceSpec spec) {
        if (served.stream().noneMatch(spec::isSamePlace)) {
            agent(spec.department()).add(source(spec));
            served.add(spec);
        }
    }

    private Source source(SourceSpec spec) {
        String department = spec.department();
        Health of = health.under(department);
        Path folder = settings.folder().resolve(department);
        if (spec.postgres() != null) {
            takeDeliveries(department, spec.postgres());
            takeSubscriptions(department, ReceivingDatabase.postgres(spec.postgres()));
            return new PostgresSource(
                    settings.name(),
                    department,
                    spec.postgres(),
                    folder.resolve("postgres"),
                    of,
                    (resource, table) -> announceSchema(resource, table.version(), table.comment()),
                    new SourceFindings(this::announceFindings),
                    new KafkaSentBatches(settings.kafka(), department));
        }
        if (spec.mariadb() != null) {
            if (!hasPostgres(department)) {
                takeSubscriptions(department, ReceivingDatabase.mariaDb(spec.mariadb()));
            }
            return new MariaDbSource(
                    settings.name(),
                    department,
                    spec.mariadb(),
                    folder.resolve("mariadb"),
                    of,
                    (resource, table) -> announceSchema(resource, table.version(), table.comment()),
                    new MariaDbFindings(this::announceFindings),
                    new KafkaSentBatches(settings.kafka(), department));
        }
        if (spec.http() != null) {
            return interfaceOf(department, spec.http(), folder.resolve("http"), of);
        }
        if (spec.folder() == null) {
            throw new IllegalArgumentException(
                    "A source is a PostgreSQL or MariaDB database, a folder or an HTTP interface");
        }
        return new FolderSource(department, Path.of(spec.folder()), folder.resolve("folder"), of, announcer(), clock);
    }

    private Source interfaceOf(String department, SourceSpec.HttpPlace place, Path folder, Health of) {
        return new HttpSource(
                department,
                Path.of(place.description()),
                new HttpAccess(place.url(), place.client(), place.secret()),
                folder,
                of,
                announcer(),
                clock);
    }

    private void takeDeliveries(String department, SourceAddress database) {
        loops.add(new TopicLoop(
                settings.kafka(),
                "gateway." + settings.name() + "." + department + ".deliveries",
                Topics.DELIVERIES,
                Duration.ZERO,
                new DeliveryConsumer(
                        department,
                        new DeliveryWriter(database),
                        agent(department).key().newSigner(),
                        announcements,
                        health.under(department))));
    }

    private void takeSubscriptions(String department, ReceivingDatabase database) {
        String topic = Topics.subscribed(department);
        SubscriptionConsumer consumer = new SubscriptionConsumer(
                department,
                database,
                new PlatformKeys(platform),
                agent(department).key().newSigner(),
                announcements,
                health.under(department));
        receiving.put(department, database);
        Thread.ofVirtual().start(() -> {
            try {
                KafkaTopics.ensureOne(settings.kafka(), topic);
                receive(department, database, topic, consumer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    // a department receives in one database; one that was connected later takes the other one's place
    private synchronized void receive(
            String department, ReceivingDatabase database, String topic, SubscriptionConsumer consumer) {
        if (receiving.get(department) != database) {
            return;
        }
        TopicLoop before = receivers.remove(department);
        if (before != null) {
            before.close();
        }
        String group = "gateway." + settings.name() + "." + department + ".subscribed";
        TopicLoop loop = new TopicLoop(settings.kafka(), group, topic, Duration.ZERO, consumer);
        receivers.put(department, loop);
        loops.add(loop);
    }

    private boolean hasPostgres(String department) {
        return Stream.of(settings.sources(), remembered.all(), served)
                .flatMap(List::stream)
                .anyMatch(spec -> spec.department().equals(department) && spec.postgres() != null);
    }

    private Announcer announcer() {
        return new Announcer() {
            @Override
            public void schema(String resource, SchemaVersion schema, String comment) {
                announceSchema(resource, schema, comment);
            }

            @Override
            public void findings(String resource, List<Finding> findings) {
                announceFindings(resource, findings);
            }
        };
    }

    private void announceSchema(String resource, SchemaVersion schema, @Nullable String comment) {
        SchemaObserved observed =
                new SchemaObserved(resource, schema.fingerprint(), schema.fields(), Micros.now(clock), comment);
        announcements.publish(Topics.SCHEMAS, resource, WireJson.write(observed));
    }

    private void announceFindings(String resource, List<Finding> findings) {
        Map<String, Object> report =
                Map.of("resource", resource, "foundAtMicros", Micros.now(clock), "findings", findings);
        announcements.publish(Topics.FINDINGS, resource, WireJson.write(report));
    }

    @Override
    public void close() {
        server.close();
        List<Thread> closing = Stream.concat(agents.values().stream(), loops.stream())
                .map(part -> Thread.ofVirtual().start(() -> closeQuietly(part)))
                .toList();
        try {
            for (Thread thread : closing) {
                thread.join(9_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        announcing.close();
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("Did not close cleanly: {}", e.getMessage());
        }
    }
}
