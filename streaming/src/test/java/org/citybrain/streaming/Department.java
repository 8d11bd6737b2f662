package org.citybrain.streaming;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.ActiveNeed;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;

/** A department with a table, its gateway and its place in the catalogue, for tests. */
final class Department implements AutoCloseable {
    final String code;
    final Sm2.KeyPair key = Sm2.newKeyPair();
    private final Sm2.Signer signer = new Sm2.Signer(key.privateKeyHex());
    private final KafkaProducer<String, byte[]> producer;

    Department(String code, String bootstrap) {
        this.code = code;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", "0", "max.request.size", "2000000"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    String node() {
        return code + "@3609";
    }

    void announceKey() {
        send(Topics.CATALOGUE, "key:" + node(), WireJson.write(new NodeKey(node(), key.publicKeyHex(), 0)));
    }

    void send(String topic, String messageKey, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, messageKey, value)).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void sendLater(String topic, String messageKey, byte[] value) {
        producer.send(new ProducerRecord<>(topic, messageKey, value));
    }

    @Override
    public void close() {
        producer.close();
    }

    /** One table: what it holds now, its schema versions and the batches it has sent. */
    final class Table {
        final String resource;
        final List<SchemaVersion> versions = new ArrayList<>();
        final Map<String, List<String>> keyed = new LinkedHashMap<>();
        final List<List<String>> keyless = new ArrayList<>();
        final List<ActiveNeed> needs = new ArrayList<>();
        private final List<byte[]> pending = new ArrayList<>();
        long sequence;

        Table(String name, FieldSpec... fields) {
            this.resource = code + "." + name;
            schema(fields);
        }

        SchemaVersion schema() {
            return versions.getLast();
        }

        void schema(FieldSpec... fields) {
            List<FieldSpec> list = Arrays.asList(fields);
            versions.add(new SchemaVersion(versions.size() + 1, SchemaVersion.fingerprintOf(list), list));
        }

        void announce() {
            announce(versions.size());
        }

        /** Tells the catalogue of the first versions only. */
        void announce(int known) {
            ResourceEntry entry = new ResourceEntry(
                    resource,
                    new Bilingual("表", "table"),
                    code,
                    "CONDITIONAL",
                    "PUBLISHED",
                    versions.subList(0, known),
                    needs);
            Department.this.send(Topics.CATALOGUE, resource, WireJson.write(entry));
        }

        Table put(String... values) {
            List<String> row = Arrays.asList(values);
            if (!schema().isKeyed()) {
                keyless.add(row);
                change('c', null, row);
                return this;
            }
            List<String> before = keyed.put(values[0], row);
            change(before == null ? 'c' : 'u', before, row);
            return this;
        }

        Table remove(String... values) {
            if (schema().isKeyed()) {
                change('d', keyed.remove(values[0]), null);
            } else {
                List<String> row = Arrays.asList(values);
                keyless.remove(row);
                change('d', row, null);
            }
            return this;
        }

        /** A change that the table itself does not remember: for rows that intake must set aside. */
        Table raw(char op, List<String> before, List<String> after) {
            change(op, before, after);
            return this;
        }

        private void change(char op, List<String> before, List<String> after) {
            long now = Micros.now(Clock.systemUTC());
            pending.add(ChangeRecord.of(op, now, "0/1", schema(), before, after).encode());
        }

        /** Seals what is pending. */
        byte[] seal() {
            long now = Micros.now(Clock.systemUTC());
            byte[] batch = SignedBatch.seal(
                            new SignedBatch.Draft(resource, node(), 0, ++sequence, schema().fingerprint(), now, now),
                            pending,
                            signer)
                    .encode();
            pending.clear();
            return batch;
        }

        void send() {
            deliver(seal());
        }

        void deliver(byte[] batch) {
            Department.this.send(Topics.batches(code), resource, batch);
        }

        void sendQuickly() {
            sendLater(Topics.batches(code), resource, seal());
        }
    }
}
