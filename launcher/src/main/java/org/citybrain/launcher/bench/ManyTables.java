package org.citybrain.launcher.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Announcements;
import org.citybrain.gateway.lane.KafkaBatchSink;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.Position;
import org.citybrain.gateway.signing.DepartmentKey;
import org.citybrain.gateway.signing.KeyRegistration;
import org.citybrain.gateway.signing.PlatformClient;
import org.citybrain.kernel.batch.FieldBytes;
import org.citybrain.kernel.batch.RecordsWriter;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.SchemaObserved;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.door.Machine;

/**
 * A made-up department with many tables of six columns. Its batches come from the gateway's own outbox, signed and journalled,
 * which runs inside this process; only the reading of a database is left out.
 */
final class ManyTables implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int[] KEY = {0};
    private static final List<FieldSpec> FIELDS = List.of(
            FieldSpec.ofColumn("id", "bigint", false, true),
            FieldSpec.ofColumn("name", "character varying(60)", true, false),
            FieldSpec.ofColumn("amount", "numeric(14,2)", true, false),
            FieldSpec.ofColumn("opened", "date", true, false),
            FieldSpec.ofColumn("note", "text", true, false),
            FieldSpec.ofColumn("updated_at", "timestamp without time zone", true, false));

    private final City city;
    private final String department;
    private final int tables;
    private final SchemaVersion schema = SchemaVersion.observed(FIELDS);
    private final KafkaBatchSink sink;
    private final Outbox outbox;
    private final long[] sent;
    private final long[] batches;

    ManyTables(City city, String department, int tables) throws IOException {
        this.city = city;
        this.department = department;
        this.tables = tables;
        this.sent = new long[tables];
        this.batches = new long[tables];
        DepartmentKey key = DepartmentKey.of(
                department + "@" + city.config().get("city.node"),
                city.home().resolve(department).resolve("key"),
                Clock.systemUTC());
        register();
        new KeyRegistration(
                        new PlatformClient(
                                city.config().get("platform.url"), city.config().get("platform.machine.token")),
                        List.of(key),
                        new Health())
                .run();
        this.sink = new KafkaBatchSink(city.config().get("kafka.bootstrap"));
        announce();
        this.outbox = Outbox.open(
                department,
                key.node(),
                key.newSigner(),
                city.home().resolve(department).resolve("journal"),
                sink,
                Clock.systemUTC());
    }

    private void register() {
        Machine machine = new Machine(city.config());
        Map<String, String> title = Map.of("zh", "测量 " + department, "en", "measurement " + department);
        machine.post("/api/departments", Map.of("code", department, "title", title));
        List<Map<String, Object>> fields = new ArrayList<>();
        for (FieldSpec field : FIELDS) {
            Map<String, Object> form = new HashMap<>(Map.of(
                    "name",
                    field.name(),
                    "sourceType",
                    field.sourceType(),
                    "nullable",
                    field.nullable(),
                    "key",
                    field.key()));
            fields.add(form);
        }
        for (int table = 0; table < tables; table++) {
            machine.post(
                    "/api/resources",
                    Map.of("resource", resource(table), "department", department, "title", title, "fields", fields));
        }
    }

    /** Tells what a gateway sees at its source: a registered resource's batches are parked until its shape was seen. */
    private void announce() {
        Announcements announcements = new Announcements(sink);
        CompletableFuture<?>[] told = new CompletableFuture<?>[tables];
        for (int table = 0; table < tables; table++) {
            SchemaObserved seen = new SchemaObserved(
                    resource(table), schema.fingerprint(), FIELDS, Micros.now(Clock.systemUTC()), null);
            told[table] = announcements.publish(Topics.SCHEMAS, resource(table), WireJson.write(seen));
        }
        CompletableFuture.allOf(told).join();
    }

    String department() {
        return department;
    }

    String name(int table) {
        return "t" + table;
    }

    private String resource(int table) {
        return department + "." + name(table);
    }

    int tables() {
        return tables;
    }

    /** Batches sent of a table. */
    long batchesOf(int table) {
        return batches[table];
    }

    /** Sends batches round the tables, each of so many rows; returns when Kafka has them. */
    void send(int count, int rows) throws InterruptedException {
        FieldBytes row = new FieldBytes(FIELDS.size());
        for (int i = 0; i < count; i++) {
            int table = i % tables;
            RecordsWriter writer = new RecordsWriter(rows * 256);
            for (int k = 0; k < rows; k++) {
                fill(row, ++sent[table]);
                writer.addLoaded(
                        Micros.now(Clock.systemUTC()),
                        ("load:" + sent[table]).getBytes(StandardCharsets.UTF_8),
                        KEY,
                        row);
            }
            outbox.appendWhole(
                    resource(table),
                    schema,
                    writer.records(),
                    new Position(0, 0, sent[table]),
                    Micros.now(Clock.systemUTC()));
            batches[table]++;
        }
        if (!outbox.drain(PATIENCE)) {
            throw new DoorFailure("Kafka did not take the batches of " + department + " in time");
        }
    }

    private static void fill(FieldBytes row, long number) {
        set(row, 0, Long.toString(number));
        set(row, 1, "宜春市第" + number % 997 + "号单位");
        set(row, 2, number % 100_000 + ".50");
        set(row, 3, "2026-0" + (1 + number % 9) + "-1" + number % 10);
        set(row, 4, "江西省宜春市袁州区秀江街道" + Long.toHexString(number * 0x9e3779b97f4a7c15L));
        set(row, 5, "2026-11-22 08:00:0" + number % 10);
    }

    private static void set(FieldBytes row, int field, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        row.set(field, bytes, 0, bytes.length);
    }

    @Override
    public void close() {
        outbox.close();
        sink.close();
    }
}
