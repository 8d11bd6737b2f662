package org.citybrain.streaming.scene;

import java.util.Set;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citybrain.kernel.wire.RowChange;
import org.citybrain.kernel.wire.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the row changes of some resources from cb.rows. */
final class RowReader implements KafkaRecordDeserializationSchema<Tuple3<String, String, byte[]>> {
    /** Resource, key and JSON. */
    static final TypeInformation<Tuple3<String, String, byte[]>> TYPE =
            Types.TUPLE(Types.STRING, Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RowReader.class);

    private final Set<String> resources;

    RowReader(Set<String> resources) {
        this.resources = Set.copyOf(resources);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Tuple3<String, String, byte[]>> out) {
        if (message.key() == null || message.value() == null || !isWanted(message.key())) {
            return;
        }
        try {
            RowChange change = WireJson.read(message.value(), RowChange.class);
            out.collect(Tuple3.of(change.resource(), change.key(), message.value()));
        } catch (IllegalArgumentException e) {
            LOG.warn("cb.rows {}/{} is passed over: {}", message.partition(), message.offset(), e.getMessage());
        }
    }

    // the message key begins with the resource, so that rows of others need not be parsed
    private boolean isWanted(byte[] messageKey) {
        String key = new String(messageKey, java.nio.charset.StandardCharsets.UTF_8);
        int slash = key.indexOf('/');
        return slash > 0 && resources.contains(key.substring(0, slash));
    }

    @Override
    public TypeInformation<Tuple3<String, String, byte[]>> getProducedType() {
        return TYPE;
    }
}
