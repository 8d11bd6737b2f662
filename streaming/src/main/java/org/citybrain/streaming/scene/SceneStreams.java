package org.citybrain.streaming.scene;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.wire.SceneJob;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.streaming.engines.WantedJob;
import org.jspecify.annotations.Nullable;

/**
 * Turns the platform's wish for a scene job into a job that the keeper can run. A new version reads cb.rows from its
 * beginning with fresh state and takes over when it runs; candidates that it repeats have the ids they had.
 */
public final class SceneStreams {
    private SceneStreams() {}

    /** The wanted job of a bundle. */
    public static WantedJob wanted(SceneJob bundle, String bootstrap) {
        return new WantedJob(
                bundle.job(), bundle.scene(), bundle.sceneVersion(), conf -> submit(bundle, bootstrap, conf));
    }

    private static List<Finding> submit(SceneJob bundle, String bootstrap, Configuration conf) throws Exception {
        StreamExecutionEnvironment env = new StreamExecutionEnvironment(conf);
        StreamTableEnvironment tables = StreamTableEnvironment.create(
                env, EnvironmentSettings.newInstance().inStreamingMode().build());
        DataStream<Tuple3<String, String, byte[]>> rows = env.fromSource(
                        source(bundle, bootstrap), WatermarkStrategy.noWatermarks(), "rows")
                .uid("rows");
        SceneGraph graph = SceneGraph.build(tables, rows, bundle);
        DataStream<Tuple2<String, byte[]>> candidates = graph.candidates();
        if (candidates != null) {
            candidates.sinkTo(sink(bootstrap)).uid("candidates").name("candidates");
            env.executeAsync(conf.getString("pipeline.name", bundle.job()));
        }
        return graph.findings();
    }

    private static KafkaSource<Tuple3<String, String, byte[]>> source(SceneJob bundle, String bootstrap) {
        Set<String> resources =
                SceneGraph.granted(bundle).stream().map(SceneTable::resource).collect(Collectors.toSet());
        return KafkaSource.<Tuple3<String, String, byte[]>>builder()
                .setBootstrapServers(bootstrap)
                .setTopics(Topics.ROWS)
                .setGroupId("scene-" + bundle.job())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new RowReader(resources))
                .setProperty("commit.offsets.on.checkpoint", "false")
                .build();
    }

    private static KafkaSink<Tuple2<String, byte[]>> sink(String bootstrap) {
        return KafkaSink.<Tuple2<String, byte[]>>builder()
                .setBootstrapServers(bootstrap)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new ToCandidates())
                .setProperty("linger.ms", "0")
                .setProperty("compression.type", "lz4")
                .build();
    }

    /** Candidates of one subject stay in order. */
    private static final class ToCandidates implements KafkaRecordSerializationSchema<Tuple2<String, byte[]>> {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable ProducerRecord<byte[], byte[]> serialize(
                Tuple2<String, byte[]> candidate, KafkaSinkContext context, @Nullable Long timestamp) {
            return new ProducerRecord<>(Topics.CANDIDATES, Sm3.utf8(candidate.f0), candidate.f1);
        }
    }
}
