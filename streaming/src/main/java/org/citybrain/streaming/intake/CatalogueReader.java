package org.citybrain.streaming.intake;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.streaming.rows.Parcel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads cb.catalogue; a message that is neither an entry nor a key is told and passed over. */
final class CatalogueReader implements KafkaRecordDeserializationSchema<Tuple2<String, byte[]>> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueReader.class);

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Tuple2<String, byte[]>> out) {
        if (message.key() == null) {
            return;
        }
        String key = new String(message.key(), StandardCharsets.UTF_8);
        byte[] json = message.value() == null ? Parcel.NOTHING : message.value();
        try {
            check(key, json);
            out.collect(Tuple2.of(key, json));
        } catch (IllegalArgumentException e) {
            LOG.warn("cb.catalogue offset {} ({}) is passed over: {}", message.offset(), key, e.getMessage());
        }
    }

    private static void check(String key, byte[] json) {
        if (json.length > 0 && key.startsWith("key:")) {
            WireJson.read(json, NodeKey.class);
        } else if (json.length > 0) {
            WireJson.read(json, ResourceEntry.class);
        }
    }

    @Override
    public TypeInformation<Tuple2<String, byte[]>> getProducedType() {
        return Types.TUPLE(Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }
}
