package org.citybrain.platform.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.kernel.wire.SubscriptionOrder;
import org.citybrain.kernel.wire.SubscriptionReceipt;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.identity.internal.As;
import org.citybrain.platform.topics.InMemoryTopicPort;
import org.citybrain.platform.topics.TopicMessage;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** A receiving department: reads its topic, verifies, and answers with its own signature. */
final class Consumer {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final MockMvc mvc;
    private final InMemoryTopicPort port;
    private final Sm2.KeyPair key = Sm2.newKeyPair();
    private final String department = "works" + NEXT.incrementAndGet();

    Consumer(MockMvc mvc, InMemoryTopicPort port) throws Exception {
        this.mvc = mvc;
        this.port = port;
        mvc.perform(post("/api/departments")
                        .with(As.machine())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"code\":\"" + department + "\",\"title\":{\"zh\":\"建设局\",\"en\":\"Works\"}}"))
                .andExpect(status().is2xxSuccessful());
        mvc.perform(post("/api/exchange/node-keys")
                        .with(As.machine())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(WireJson.write(new NodeKey(department + "@3609", key.publicKeyHex(), 1))))
                .andExpect(status().isNoContent());
    }

    String department() {
        return department;
    }

    String exchangeKey() throws Exception {
        byte[] json = mvc.perform(get("/api/exchange/node-keys").with(As.machine()))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return Arrays.stream(WireJson.read(json, NodeKey[].class))
                .filter(each -> each.node().equals("exchange@3609"))
                .findFirst()
                .orElseThrow()
                .publicKeyHex();
    }

    private List<byte[]> messages(String id) {
        return port.sent(Topics.subscribed(department)).stream()
                .filter(message -> message.key().equals(id))
                .map(TopicMessage::value)
                .toList();
    }

    List<SubscriptionOrder> orders(String id) {
        return messages(id).stream()
                .filter(message -> message[0] == '{')
                .map(message -> WireJson.read(message, SubscriptionOrder.class))
                .toList();
    }

    List<SignedBatch> batches(String id) {
        return messages(id).stream()
                .filter(message -> message[0] != '{')
                .map(SignedBatch::decode)
                .toList();
    }

    /** The table as it would be: key and last granted value; checks that nothing is missing or doubled on the way. */
    Map<String, String> tableOf(String id) {
        Map<String, String> table = new TreeMap<>();
        int lane = 0;
        long sequence = 0;
        for (byte[] message : messages(id)) {
            if (message[0] == '{') {
                SubscriptionOrder order = WireJson.read(message, SubscriptionOrder.class);
                if (order.lane() > lane) {
                    lane = order.lane();
                    sequence = 0;
                    table.clear();
                }
                sequence++;
                assertThat(order.sequence()).isEqualTo(sequence);
                continue;
            }
            SignedBatch batch = SignedBatch.decode(message);
            sequence++;
            assertThat(batch.header().sequence()).isEqualTo(sequence);
            for (byte[] record : batch.records()) {
                ChangeRecord change = ChangeRecord.decode(record);
                if (change.after() == null) {
                    table.remove(change.key().getFirst());
                } else {
                    table.put(change.key().getFirst(), change.after().getLast());
                }
            }
        }
        return table;
    }

    /** Answers every message of the subscription so far. */
    void answersAll(String id) {
        for (byte[] message : messages(id)) {
            if (message[0] == '{') {
                SubscriptionOrder order = WireJson.read(message, SubscriptionOrder.class);
                answer(id, order.lane(), order.sequence(), order.kind(), "", 0, order.rows(), order.checksum(), key);
            } else {
                SignedBatch batch = SignedBatch.decode(message);
                String root = HexFormat.of().formatHex(batch.header().root());
                int rows = batch.records().size();
                answer(id, batch.header().lane(), batch.header().sequence(), "ROWS", root, rows, rows, "", key);
            }
        }
    }

    void answersForged(String id) {
        answer(id, 1, 1, "LAY", "", 0, 0, "", Sm2.newKeyPair());
    }

    void holds(String id, String code, String reason) {
        SubscriptionOrder last = orders(id).getLast();
        send(
                new SubscriptionReceipt(
                        id,
                        department,
                        last.lane(),
                        last.sequence(),
                        "ROWS",
                        "HELD",
                        code,
                        reason,
                        "",
                        0,
                        0,
                        0,
                        "",
                        0,
                        1,
                        ""),
                key);
    }

    private void answer(
            String id,
            int lane,
            long sequence,
            String kind,
            String root,
            long upserts,
            long rows,
            String checksum,
            Sm2.KeyPair by) {
        long offset = offsetOf(root);
        send(
                new SubscriptionReceipt(
                        id,
                        department,
                        lane,
                        sequence,
                        kind,
                        "APPLIED",
                        "",
                        "",
                        root,
                        upserts,
                        0,
                        rows,
                        checksum,
                        offset,
                        7_000_000,
                        ""),
                by);
    }

    /** Where the batch of that root stands in the department's topic; -1 when it is not there. */
    private long offsetOf(String root) {
        long offset = -1;
        List<TopicMessage> all = port.sent(Topics.subscribed(department));
        for (TopicMessage message : all) {
            boolean batch = message.value()[0] != '{';
            if (batch
                    && HexFormat.of()
                            .formatHex(
                                    SignedBatch.decode(message.value()).header().root())
                            .equals(root)) {
                offset = message.offset();
            }
        }
        return offset;
    }

    private void send(SubscriptionReceipt receipt, Sm2.KeyPair by) {
        byte[] signature =
                new Sm2.Signer(by.privateKeyHex()).sign(receipt.signedText().getBytes(StandardCharsets.UTF_8));
        port.send(List.of(TopicMessage.of(
                Topics.SUBSCRIPTION_RECEIPTS,
                receipt.subscription(),
                WireJson.write(receipt.withSignature(HexFormat.of().formatHex(signature))))));
    }

    /** A wish of this department for rows of another, as its form sends it. */
    String wish(Provider provider, String filter, String... fields) {
        return "{\"consumer\":\"" + department() + "\",\"resource\":\"" + provider.resource()
                + "\",\"fields\":[\""
                + String.join("\",\"", fields) + "\"],\"filter\":\"" + filter
                + "\",\"purpose\":\"路灯养护核对\",\"legalBasis\":\"照明法第三条\"}";
    }
}
