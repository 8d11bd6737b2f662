package org.citybrain.streaming.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citybrain.kernel.batch.BatchHeader;
import org.citybrain.kernel.batch.MalformedBatchException;
import org.citybrain.kernel.time.Micros;
import org.citybrain.streaming.rows.Parcel;
import org.citybrain.streaming.rows.ParcelType;

/** Makes a parcel of each Kafka record; looks at the lane only, so that nothing bad can stop the source. */
public final class ParcelReader implements KafkaRecordDeserializationSchema<Parcel> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Parcel> out) {
        byte[] value = message.value() == null ? Parcel.NOTHING : message.value();
        String key = message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
        Parcel.Arrival arrival = new Parcel.Arrival(
                message.topic(), message.partition(), message.offset(), Micros.now(Clock.systemUTC()));
        out.collect(Parcel.arrived(key, laneOf(value), value, arrival));
    }

    private static int laneOf(byte[] value) {
        try {
            return BatchHeader.decode(java.nio.ByteBuffer.wrap(value)).lane();
        } catch (MalformedBatchException e) {
            return 0;
        }
    }

    @Override
    public TypeInformation<Parcel> getProducedType() {
        return ParcelType.INSTANCE;
    }
}
