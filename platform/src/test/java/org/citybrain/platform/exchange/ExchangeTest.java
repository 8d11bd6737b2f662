package org.citybrain.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.proof.ProofVerifier;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.wire.Delivery;
import org.citybrain.kernel.wire.DeliveryReceipt;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.kernel.wire.SchemaObserved;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.identity.internal.As;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.topics.InMemoryTopicPort;
import org.citybrain.platform.topics.TopicMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Batches with their proofs, findings, node keys and what flows back. */
@PlatformTest
class ExchangeTest {

    private static final String RESOURCE = "roads.lamp";
    private static final Sm2.KeyPair KEY = Sm2.newKeyPair();
    private static final List<FieldSpec> FIELDS = List.of(
            FieldSpec.ofColumn("lamp_no", "bigint", false, true), FieldSpec.ofColumn("street", "text", true, false));

    @Autowired
    private MockMvc mvc;

    @Autowired
    private InMemoryTopicPort port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Ledger ledger;

    @Test
    void provesARowFromTheKeptBatchAndRefusesOneThatWasChanged() throws Exception {
        observe();
        SignedBatch batch = batch(1);
        ledgered(batch, keep(batch));
        byte[] proof = mvc.perform(
                        get("/api/exchange/proofs/" + RESOURCE + "/0/1/1").with(As.role(Role.STEWARD)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(ProofVerifier.verify(proof, KEY.publicKeyHex()).after()).containsEntry("street", "春台路");
        proof[proof.length / 2] ^= 1;
        assertThatThrownBy(() -> ProofVerifier.verify(proof, KEY.publicKeyHex()))
                .isInstanceOf(ProofVerifier.RefusedException.class);
        mvc.perform(get("/api/exchange/proofs/" + RESOURCE + "/0/1/9").with(As.role(Role.STEWARD)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("exchange.unknown-row"));

        ledgered(batch(2), keep(batch(2)));
        mvc.perform(get("/api/exchange/proofs/" + RESOURCE + "/0/2/0").with(As.role(Role.STEWARD)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("exchange.batch-differs"));
        ledgered(batch(3), 99_999);
        mvc.perform(get("/api/exchange/proofs/" + RESOURCE + "/0/3/0").with(As.role(Role.STEWARD)))
                .andExpect(status().isGone());
    }

    @Test
    void showsLanesStationsAndBatchesWithTheirSources() throws Exception {
        SignedBatch batch = batch(7);
        ledgered(batch, keep(batch));
        db.sql("""
                        insert into exchange.lane values (?, 0, 7, 14, 1, 'HELD', 'gap at 8', clock_timestamp())
                        on conflict do nothing""").param(RESOURCE).update();
        mvc.perform(get("/api/exchange/lanes").with(As.role(Role.OPERATOR)))
                .andExpect(jsonPath("$.rows[?(@.resource=='roads.lamp')].rows.source")
                        .value("lane:roads.lamp"))
                .andExpect(jsonPath("$.figures.rows.unit").value("rows"));
        mvc.perform(get("/api/exchange/lanes/" + RESOURCE).with(As.role(Role.OPERATOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stations.length()").value(5))
                .andExpect(jsonPath("$.stations[3].state").value("PROBLEM"))
                .andExpect(jsonPath("$.batches.rows[0].verdict").value("ACCEPTED"));
        mvc.perform(get("/api/exchange/batches/" + RESOURCE + "/0/7").with(As.role(Role.OPERATOR)))
                .andExpect(jsonPath("$.batch.root")
                        .value(HexFormat.of().formatHex(batch.header().root())));
        mvc.perform(get("/api/sources/lane:" + RESOURCE).with(As.role(Role.OPERATOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rowCount").value(14))
                .andExpect(jsonPath("$.receipts[0].resource").value(RESOURCE));
        assertThat(ledger.flowSince(Instant.now().minusSeconds(3600), Duration.ofMinutes(1)))
                .isNotEmpty();
    }

    @Test
    void keepsAGatewaysFindingsOnceAndLetsAStewardMoveThem() throws Exception {
        Finding finding = Finding.of(
                "GW-001",
                Severity.ERROR,
                "bad.csv:3",
                "street",
                new Bilingual("日期不存在", "No such date"),
                new Bilingual("请更正后重传", "Mend and send again"));
        Map<String, Object> report =
                Map.of("resource", RESOURCE, "foundAtMicros", 1L, "findings", List.of(finding, finding));
        port.send(List.of(TopicMessage.of(Topics.FINDINGS, RESOURCE, WireJson.write(report))));
        await().until(() -> db.sql("select count(*) from exchange.finding where code = 'GW-001'")
                        .query(Long.class)
                        .single()
                == 2);
        long id = db.sql("select min(id) from exchange.finding where code = 'GW-001'")
                .query(Long.class)
                .single();
        mvc.perform(get("/api/exchange/findings").param("resource", RESOURCE).with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$.rows[0].place").value("bad.csv:3"))
                .andExpect(jsonPath("$.rows[0].args.advice_zh").value("请更正后重传"));
        mvc.perform(post("/api/exchange/findings/" + id)
                        .with(As.role(Role.STEWARD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"state\":\"SENT_BACK\"}"))
                .andExpect(status().isNoContent());
        mvc.perform(get("/api/exchange/findings").param("code", "GW-001").with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$.states.SENT_BACK").value(1));
    }

    @Test
    void announcesANodeKeyOnceAndRefusesWhatIsNone() throws Exception {
        NodeKey key = new NodeKey("lights@3609", Sm2.newKeyPair().publicKeyHex(), 1);
        for (int twice = 0; twice < 2; twice++) {
            register(key);
        }
        await().until(() -> announced("key:lights@3609") == 1);
        mvc.perform(post("/api/exchange/node-keys")
                        .with(As.machine())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"node\":\"lights@3609\",\"publicKeyHex\":\"0412\",\"validFromMicros\":1}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("exchange.bad-key"));
    }

    @Test
    void ordersADeliveryOnceAndBelievesOnlyTheDepartmentsSignature() throws Exception {
        register(new NodeKey("roads@3609", KEY.publicKeyHex(), 1));
        Map<String, String> columns = Map.of("order_no", "o-1", "amount", "420.00");
        String id = deliveries.order("roads", "repair_order", "order_no", columns, "case-1");
        assertThat(deliveries.order("roads", "repair_order", "order_no", columns, "case-1"))
                .isEqualTo(id);
        await().until(() -> sent(id) == 1);

        answer(id, "WRITTEN", Sm2.newKeyPair());
        answer(id, "WRITTEN", KEY);
        answer(id, "REPEATED", KEY);
        await().until(() -> deliveries.find(id).orElseThrow().state().equals("WRITTEN"));
        assertThat(deliveries.find(id).orElseThrow().receipt()).contains("WRITTEN");
        assertThatThrownBy(() -> deliveries.order("roads", "x; drop", "order_no", columns, "case-1"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> deliveries.order("roads", "repair_order", "missing", columns, "case-1"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void ordersARefusedDeliveryAgainAndBelievesItsSecondAnswer() throws Exception {
        register(new NodeKey("roads@3609", KEY.publicKeyHex(), 1));
        Map<String, String> columns = Map.of("order_no", "o-1", "amount", "420.00");
        String id = deliveries.order("roads", "repair_order", "order_no", columns, "case-2");
        answer(id, "REFUSED", KEY);
        await().until(() -> deliveries.find(id).orElseThrow().state().equals("REFUSED"));
        assertThat(deliveries.order("roads", "repair_order", "order_no", columns, "case-2"))
                .isEqualTo(id);
        assertThat(deliveries.find(id).orElseThrow())
                .satisfies(again -> assertThat(again.state()).isEqualTo("ORDERED"))
                .satisfies(again -> assertThat(again.receipt()).isNull());
        await().until(() -> sent(id) == 2);
        answer(id, "WRITTEN", KEY);
        await().until(() -> deliveries.find(id).orElseThrow().state().equals("WRITTEN"));
        deliveries.order("roads", "repair_order", "order_no", columns, "case-2");
        assertThat(deliveries.find(id).orElseThrow().state())
                .as("written is written")
                .isEqualTo("WRITTEN");
    }

    private void register(NodeKey key) throws Exception {
        mvc.perform(post("/api/exchange/node-keys")
                        .with(As.machine())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(WireJson.write(key)))
                .andExpect(status().isNoContent());
    }

    private void answer(String id, String verdict, Sm2.KeyPair signer) {
        String digest = Delivery.digestOf(id, "roads", "repair_order", Map.of("order_no", "o-1", "amount", "420.00"));
        DeliveryReceipt unsigned = new DeliveryReceipt(id, "roads", verdict, "", 1_700_000_000_000_000L, digest, "");
        byte[] signature = new Sm2.Signer(signer.privateKeyHex())
                .sign(unsigned.signedText().getBytes(StandardCharsets.UTF_8));
        DeliveryReceipt receipt = new DeliveryReceipt(
                id,
                "roads",
                verdict,
                "",
                unsigned.writtenAtMicros(),
                digest,
                HexFormat.of().formatHex(signature));
        port.send(List.of(TopicMessage.of(Topics.DELIVERY_RECEIPTS, id, WireJson.write(receipt))));
    }

    private long sent(String id) {
        return port.sent(Topics.DELIVERIES).stream()
                .filter(message -> message.as(Delivery.class).id().equals(id))
                .count();
    }

    private long announced(String key) {
        return port.sent(Topics.CATALOGUE).stream()
                .filter(message -> message.key().equals(key))
                .count();
    }

    private void observe() {
        SchemaObserved observed =
                new SchemaObserved(RESOURCE, SchemaVersion.fingerprintOf(FIELDS), FIELDS, 1_700_000_000_000_000L, null);
        port.send(List.of(TopicMessage.of(Topics.SCHEMAS, RESOURCE, WireJson.write(observed))));
        await().until(() -> !catalogue.listVersions(RESOURCE).isEmpty());
    }

    private static SignedBatch batch(long sequence) {
        SchemaVersion schema = SchemaVersion.observed(FIELDS);
        List<byte[]> rows = List.of(
                ChangeRecord.of('c', 1, "0/1", schema, null, List.of("1", "秀江路"))
                        .encode(),
                ChangeRecord.of('c', 2, "0/2", schema, null, List.of("2", "春台路"))
                        .encode());
        SignedBatch.Draft draft =
                new SignedBatch.Draft(RESOURCE, "roads@3609", 0, sequence, schema.fingerprint(), 3, 2);
        return SignedBatch.seal(draft, rows, new Sm2.Signer(KEY.privateKeyHex()));
    }

    private long keep(SignedBatch batch) {
        String topic = Topics.batches("roads");
        port.send(List.of(TopicMessage.of(topic, RESOURCE, batch.encode())));
        return port.sent(topic).size() - 1L;
    }

    private void ledgered(SignedBatch batch, long offset) {
        db.sql("""
                        insert into exchange.batch (resource, lane, sequence, node, fingerprint, root, signature, header,
                            row_count, good_rows, bad_rows, verdict, reason, closed_at, source_time, kafka_partition,
                            kafka_offset, kafka_topic)
                        values (?, 0, ?, ?, ?, ?, ?, ?, 2, 2, 0, 'ACCEPTED', '', ?, ?, 0, ?, ?)""")
                .params(
                        RESOURCE,
                        batch.header().sequence(),
                        batch.header().node(),
                        batch.header().schemaFingerprint(),
                        batch.header().root(),
                        batch.signature(),
                        batch.header().encode(),
                        Timestamp.from(Instant.now()),
                        Timestamp.from(Instant.now()),
                        offset,
                        Topics.batches("roads"))
                .update();
    }
}
