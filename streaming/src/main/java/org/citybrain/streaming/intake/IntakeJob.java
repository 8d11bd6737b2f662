package org.citybrain.streaming.intake;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.streaming.pool.PoolSink;
import org.citybrain.streaming.rows.Parcel;
import org.citybrain.streaming.rows.ParcelType;
import org.jspecify.annotations.Nullable;

/** The one job for all resources: gate, facts and receipts, and beside them the pool. */
public final class IntakeJob {
    private static final int UNDER_WAY = 32;
    private static final String DISCOVERY_MILLIS = "2000";

    private IntakeJob() {}

    /** Builds the job and submits it where the settings point. */
    public static void submit(IntakeSettings settings, Configuration conf) throws Exception {
        StreamExecutionEnvironment env = new StreamExecutionEnvironment(conf);
        build(settings, env);
        env.executeAsync(conf.getString("pipeline.name", "intake"));
    }

    private static void build(IntakeSettings settings, StreamExecutionEnvironment env) {
        DataStream<Parcel> arrivals = env.fromSource(batches(settings), WatermarkStrategy.noWatermarks(), "batches")
                .uid("batches");
        BroadcastStream<org.apache.flink.api.java.tuple.Tuple2<String, byte[]>> catalogue = env.fromSource(
                        catalogue(settings), WatermarkStrategy.noWatermarks(), "catalogue")
                .uid("catalogue")
                .broadcast(LaneGate.CATALOGUE);
        SingleOutputStreamOperator<Parcel> gated = arrivals.keyBy(Parcel::laneKey, Types.STRING)
                .connect(catalogue)
                .process(new LaneGate(), ParcelType.INSTANCE)
                .uid("gate")
                .name("gate");
        SingleOutputStreamOperator<Parcel> kept = gated.filter(parcel -> parcel.kind() == Parcel.Kind.BACKFILL)
                .keyBy(Parcel::laneKey, Types.STRING)
                .process(new Backfill(settings.poolDir()), ParcelType.INSTANCE)
                .uid("backfill")
                .name("backfill");
        publish(settings, gated.union(kept));
        PoolSink.attach(gated, settings.poolDir());
    }

    private static void publish(IntakeSettings settings, DataStream<Parcel> gated) {
        TypeInformation<byte[]> bytes = PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
        AsyncDataStream.orderedWait(gated, new FactsSink(settings), 0, TimeUnit.MILLISECONDS, UNDER_WAY)
                .returns(Types.TUPLE(Types.STRING, bytes, bytes))
                .uid("facts")
                .name("facts")
                .sinkTo(messages(settings))
                .uid("messages")
                .name("messages");
    }

    private static KafkaSource<Parcel> batches(IntakeSettings settings) {
        return KafkaSource.<Parcel>builder()
                .setBootstrapServers(settings.bootstrap())
                .setTopicPattern(Pattern.compile(Pattern.quote(Topics.BATCHES_PREFIX) + ".+"))
                .setGroupId("intake")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new ParcelReader())
                // positions are in the checkpoints; Kafka's own would only be a second truth
                .setProperty("commit.offsets.on.checkpoint", "false")
                .setProperty("partition.discovery.interval.ms", DISCOVERY_MILLIS)
                .setProperty("max.partition.fetch.bytes", "2097152")
                .setProperty("max.poll.records", "64")
                .build();
    }

    private static KafkaSource<org.apache.flink.api.java.tuple.Tuple2<String, byte[]>> catalogue(
            IntakeSettings settings) {
        return KafkaSource.<org.apache.flink.api.java.tuple.Tuple2<String, byte[]>>builder()
                .setBootstrapServers(settings.bootstrap())
                .setTopics(Topics.CATALOGUE)
                .setGroupId("intake-catalogue")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new CatalogueReader())
                .setProperty("commit.offsets.on.checkpoint", "false")
                .build();
    }

    private static KafkaSink<Tuple3<String, byte[], byte[]>> messages(IntakeSettings settings) {
        return KafkaSink.<Tuple3<String, byte[], byte[]>>builder()
                .setBootstrapServers(settings.bootstrap())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new ToTopic())
                .setProperty("linger.ms", "0")
                .setProperty("compression.type", "lz4")
                .build();
    }

    /** Each message names its own topic. */
    private static final class ToTopic implements KafkaRecordSerializationSchema<Tuple3<String, byte[], byte[]>> {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable ProducerRecord<byte[], byte[]> serialize(
                Tuple3<String, byte[], byte[]> message, KafkaSinkContext context, @Nullable Long timestamp) {
            return new ProducerRecord<>(message.f0, message.f1, message.f2);
        }
    }
}
