package org.citybrain.streaming.resolve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.kernel.wire.Membership;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.streaming.engines.WantedJob;
import org.jspecify.annotations.Nullable;

/** The job that resolves one set, from topic to topic. */
public final class ResolveJob {
    private ResolveJob() {}

    /**
     * The jobs that a home asks for: {@code resolve.sets} names sets, {@code resolve.<set>.declaration} and {@code
     * resolve.<set>.model} their files.
     *
     * @throws ConfigException when a file cannot be read
     */
    public static List<WantedJob> wanted(HomeConfig config) {
        String bootstrap = config.get("kafka.bootstrap");
        List<WantedJob> jobs = new ArrayList<>();
        for (String set : config.getList("resolve.sets")) {
            Path declaration = config.getPath("resolve." + set + ".declaration");
            String model = config.getPath("resolve." + set + ".model").toString();
            try {
                Declared declared = new Declared(set, Files.readString(declaration), model, false);
                jobs.add(new WantedJob("resolve-" + set, "", "1", conf -> {
                    StreamExecutionEnvironment env = new StreamExecutionEnvironment(conf);
                    build(env, bootstrap, declared);
                    env.executeAsync(conf.getString("pipeline.name", "resolve-" + set));
                    return List.of();
                }));
            } catch (IOException e) {
                throw new ConfigException("resolve." + set + ".declaration cannot be read: " + declaration);
            }
        }
        return jobs;
    }

    /** Builds the job in an environment. */
    public static void build(StreamExecutionEnvironment env, String bootstrap, Declared declared) {
        DataStream<byte[]> records = source(env, bootstrap, declared, Topics.MATCH_RECORDS);
        DataStream<byte[]> rulings = source(env, bootstrap, declared, Topics.MATCH_RULINGS);
        ResolveStreams.build(records, rulings, declared)
                .sinkTo(memberships(bootstrap))
                .uid("memberships-" + declared.set())
                .name("memberships")
                .setParallelism(1);
    }

    private static DataStream<byte[]> source(
            StreamExecutionEnvironment env, String bootstrap, Declared declared, String topic) {
        KafkaSource<byte[]> source = KafkaSource.<byte[]>builder()
                .setBootstrapServers(bootstrap)
                .setTopics(topic)
                .setGroupId("resolve-" + declared.set())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new Bytes())
                // positions are in the checkpoints; Kafka's own would only be a second truth
                .setProperty("commit.offsets.on.checkpoint", "false")
                .build();
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), topic).uid(topic + "-" + declared.set());
    }

    /** At least once: takers go by version, and a replay after a failure tells everything it touched anew. */
    private static KafkaSink<byte[]> memberships(String bootstrap) {
        return KafkaSink.<byte[]>builder()
                .setBootstrapServers(bootstrap)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new ToTopic())
                .setProperty("linger.ms", "0")
                .build();
    }

    private static final class Bytes extends AbstractDeserializationSchema<byte[]> {
        private static final long serialVersionUID = 1L;

        @Override
        public byte[] deserialize(byte[] message) {
            return message;
        }
    }

    private static final class ToTopic implements KafkaRecordSerializationSchema<byte[]> {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable ProducerRecord<byte[], byte[]> serialize(
                byte[] json, KafkaSinkContext context, @Nullable Long timestamp) {
            Membership membership = WireJson.read(json, Membership.class);
            byte[] key =
                    (membership.set() + "/" + membership.entity()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return new ProducerRecord<>(Topics.MEMBERSHIPS, key, json);
        }
    }
}
