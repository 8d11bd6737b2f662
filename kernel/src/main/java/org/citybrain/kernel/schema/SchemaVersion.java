package org.citybrain.kernel.schema;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.citybrain.kernel.crypto.Sm3;

/**
 * One version of a resource's schema.
 *
 * @param version number given by the catalogue, from 1; 0 while it is only observed
 * @param fingerprint identifies the fields wherever they are seen: see {@link #fingerprintOf}
 * @param fields in the source's column order, which is the order of canonical tuples
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SchemaVersion(int version, long fingerprint, List<FieldSpec> fields) {
    public SchemaVersion {
        fields = List.copyOf(fields);
    }

    /** An observed schema, not yet numbered by the catalogue. */
    public static SchemaVersion observed(List<FieldSpec> fields) {
        return new SchemaVersion(0, fingerprintOf(fields), fields);
    }

    /**
     * First 8 bytes of SM3 over name, source type and key mark of each field in order. Nullability, titles and data
     * elements do not change how a row is read, so they do not change the fingerprint.
     */
    public static long fingerprintOf(List<FieldSpec> fields) {
        StringBuilder text = new StringBuilder();
        for (FieldSpec field : fields) {
            text.append(field.name())
                    .append('\t')
                    .append(field.sourceType())
                    .append('\t')
                    .append(field.key())
                    .append('\n');
        }
        return ByteBuffer.wrap(Sm3.digest(Sm3.utf8(text.toString()))).getLong();
    }

    /** Positions of the key fields; all fields when there is no key, so that the whole row is the key. */
    @JsonIgnore
    public int[] keyPositions() {
        int[] keys = IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).key())
                .toArray();
        return keys.length == 0 ? IntStream.range(0, fields.size()).toArray() : keys;
    }

    /** Names of the key's columns in the source's order; none when there is no key. */
    @JsonIgnore
    public List<String> keyNames() {
        return fields.stream().filter(FieldSpec::key).map(FieldSpec::name).toList();
    }

    /** Whether the source declares a key. */
    @JsonIgnore
    public boolean isKeyed() {
        return fields.stream().anyMatch(FieldSpec::key);
    }
}
