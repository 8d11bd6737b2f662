package org.citybrain.platform.subscription;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.wire.SchemaObserved;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.identity.internal.As;
import org.citybrain.platform.topics.InMemoryTopicPort;
import org.citybrain.platform.topics.TopicMessage;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A providing department whose batches intake has taken: they lie in the broker and stand in the ledger. */
final class Provider {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final MockMvc mvc;
    private final InMemoryTopicPort port;
    private final JdbcClient db;
    private final Sm2.Signer signer = new Sm2.Signer(Sm2.newKeyPair().privateKeyHex());
    private final String department = "lights" + NEXT.incrementAndGet();
    private List<FieldSpec> fields = List.of(
            FieldSpec.ofColumn("lamp_no", "bigint", false, true),
            FieldSpec.ofColumn("street", "text", true, false),
            FieldSpec.ofColumn("amount", "numeric(12,2)", true, false));
    private long sequence;

    Provider(MockMvc mvc, InMemoryTopicPort port, JdbcClient db) {
        this.mvc = mvc;
        this.port = port;
        this.db = db;
    }

    String department() {
        return department;
    }

    String resource() {
        return department + ".lamp";
    }

    /** A change with the values before and after. */
    record Row(char op, List<String> before, List<String> after) {}

    static Row created(String... values) {
        return new Row('c', null, List.of(values));
    }

    static Row updated(List<String> before, List<String> after) {
        return new Row('u', before, after);
    }

    static Row deleted(String... values) {
        return new Row('d', List.of(values), null);
    }

    void register(String shareType) throws Exception {
        List<String> described = fields.stream()
                .map(field -> "{\"name\":\"" + field.name() + "\",\"title\":{\"zh\":\"" + field.name() + "\",\"en\":\""
                        + field.name() + "\"},\"sourceType\":\"" + field.sourceType() + "\",\"nullable\":"
                        + field.nullable() + ",\"key\":" + field.key() + "}")
                .toList();
        mvc.perform(post("/api/resources")
                        .with(As.machine())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"resource\":\"" + resource() + "\",\"department\":\"" + department
                                + "\",\"title\":{\"zh\":\"路灯\",\"en\":\"Lamps\"},\"shareType\":\"" + shareType
                                + "\",\"fields\":[" + String.join(",", described) + "]}"))
                .andExpect(status().is2xxSuccessful());
        observe();
    }

    private void observe() {
        long fingerprint = SchemaVersion.fingerprintOf(fields);
        port.send(List.of(TopicMessage.of(
                Topics.SCHEMAS,
                resource(),
                WireJson.write(new SchemaObserved(resource(), fingerprint, fields, 1_700_000_000_000_000L, null)))));
        await().until(() -> db.sql("select count(*) from catalogue.version where resource = ? and fingerprint = ?")
                        .params(resource(), fingerprint)
                        .query(Long.class)
                        .single()
                == 1);
        db.sql("""
                        update catalogue.version v set state = 'ACCEPTED', accepted_at = clock_timestamp(), version =
                            (select coalesce(max(version), 0) + 1 from catalogue.version o where o.resource = v.resource)
                        where resource = ? and fingerprint = ? and version is null""").params(resource(), fingerprint).update();
    }

    void addsColumn() {
        fields = new ArrayList<>(fields);
        fields.add(FieldSpec.ofColumn("colour", "text", true, false));
        observe();
    }

    void retypesAmount() {
        fields = new ArrayList<>(fields);
        fields.set(2, FieldSpec.ofColumn("amount", "text", true, false));
        observe();
    }

    void sends(Row... rows) {
        sends(0, rows);
    }

    void sendsWithBadRow(int bad, Row... rows) {
        db.sql("""
                        insert into exchange.finding (resource, lane, sequence, row_no, field, code, severity)
                        values (?, 0, ?, ?, 'street', 'IN-101', 'ERROR')""").params(resource(), sequence + 1, bad).update();
        sends(1, rows);
    }

    private void sends(int bad, Row... rows) {
        sequence++;
        SchemaVersion schema = SchemaVersion.observed(fields);
        List<byte[]> records = Arrays.stream(rows)
                .map(row -> ChangeRecord.of(row.op(), 5, "", schema, wide(row.before()), wide(row.after()))
                        .encode())
                .toList();
        SignedBatch batch = SignedBatch.seal(
                new SignedBatch.Draft(
                        resource(), department + "@3609", 0, sequence, schema.fingerprint(), 6_000_000, 5_000_000),
                records,
                signer);
        String topic = Topics.batches(department);
        port.send(List.of(TopicMessage.of(topic, resource(), batch.encode())));
        ledgered(batch, topic, port.sent(topic).size() - 1L, bad);
    }

    private List<String> wide(List<String> values) {
        if (values == null) {
            return null;
        }
        List<String> wide = new ArrayList<>(values);
        while (wide.size() < fields.size()) {
            wide.add(null);
        }
        return wide;
    }

    private void ledgered(SignedBatch batch, String topic, long offset, int bad) {
        db.sql("""
                        insert into exchange.batch (resource, lane, sequence, node, fingerprint, root, signature, header,
                            row_count, good_rows, bad_rows, verdict, reason, closed_at, source_time, kafka_partition,
                            kafka_offset, kafka_topic)
                        values (?, 0, ?, ?, ?, ?, ?, ?, 2, 2, ?, 'ACCEPTED', '', ?, ?, 0, ?, ?)""")
                .params(
                        resource(),
                        sequence,
                        batch.header().node(),
                        batch.header().schemaFingerprint(),
                        batch.header().root(),
                        batch.signature(),
                        batch.header().encode(),
                        bad,
                        Timestamp.from(Instant.now()),
                        Timestamp.from(Instant.now()),
                        offset,
                        topic)
                .update();
        db.sql("""
                        insert into exchange.lane values (?, 0, ?, 1, 0, 'FLOWING', '', clock_timestamp())
                        on conflict (resource, lane) do update set sequence = excluded.sequence""").params(resource(), sequence).update();
    }
}
