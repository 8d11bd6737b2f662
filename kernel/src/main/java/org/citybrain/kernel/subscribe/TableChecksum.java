package org.citybrain.kernel.subscribe;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.batch.Tuple;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.schema.FieldSpec;
import org.jspecify.annotations.Nullable;

/**
 * Count and checksum of a table, whatever the order of its rows: the sum, modulo 2^128 in two halves, of the first 16
 * bytes of each row's SM3 over its canonical values. Two tables with the same count and checksum hold the same rows.
 * For one thread.
 */
public final class TableChecksum {
    private final List<FieldSpec> fields;
    private final Sm3 sm3 = new Sm3();
    private long rows;
    private long high;
    private long low;

    /** A checksum over rows of these fields, in this order. */
    public TableChecksum(List<FieldSpec> fields) {
        this.fields = List.copyOf(fields);
    }

    /** Adds a row, its values in the fields' order. */
    public void add(List<@Nullable String> values) {
        List<@Nullable String> canonical = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            canonical.add(value == null ? null : CanonicalValue.of(fields.get(i).type(), value));
        }
        ByteBuffer digest = ByteBuffer.wrap(sm3.of(Tuple.encode(canonical)));
        high += digest.getLong();
        low += digest.getLong();
        rows++;
    }

    /** Rows added. */
    public long rows() {
        return rows;
    }

    /** The checksum, 32 hexadecimal digits. */
    public String hex() {
        return String.format("%016x%016x", high, low);
    }
}
