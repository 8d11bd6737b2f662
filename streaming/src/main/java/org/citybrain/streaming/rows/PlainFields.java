package org.citybrain.streaming.rows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.citybrain.kernel.batch.FieldBytes;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;

/**
 * Tells rows with nothing to standardise and nothing to find, from their bytes alone: the bulk road. A row that is not
 * plain is no worse; it takes the road through {@link RowStandardiser}. For one thread.
 */
public final class PlainFields {
    private final List<FieldSpec> fields;
    private final FieldRule[] rules;
    private final FieldBytes row;

    public PlainFields(RowStandardiser standardiser) {
        SchemaVersion schema = standardiser.schema();
        this.fields = schema.fields();
        this.rules = standardiser.rules().toArray(FieldRule[]::new);
        this.row = new FieldBytes(fields.size());
    }

    /** Reads a record's values into {@link #row}; whether it is a new row and every value is plain. */
    public boolean read(byte[] bytes, int from, int to) {
        if (!row.readNew(bytes, from, to)) {
            return false;
        }
        for (int i = 0; i < rules.length; i++) {
            if (row.isNull(i) ? fields.get(i).key() : !isPlain(i, bytes)) {
                return false;
            }
        }
        return true;
    }

    /** The row that was read last. */
    public FieldBytes row() {
        return row;
    }

    private boolean isPlain(int i, byte[] bytes) {
        FieldSpec field = fields.get(i);
        int from = row.start(i);
        int length = row.length(i);
        boolean plain = switch (field.type()) {
            case INTEGER -> PlainText.integer(bytes, from, length) != PlainText.OTHER;
            case DECIMAL ->
                field.scale() != null && PlainText.decimal(bytes, from, length, field.scale()) != PlainText.OTHER;
            case DATE -> PlainText.date(bytes, from, length) != PlainText.OTHER;
            case TIMESTAMP -> PlainText.timestamp(bytes, from, length) != PlainText.OTHER;
            case BOOLEAN -> length == 1 && (bytes[from] == 't' || bytes[from] == 'f');
            case TEXT, OTHER -> isPlainText(field, bytes, from, length);
            case DOUBLE ->
                !Double.isNaN(PlainText.binary(bytes, from, length)) || isPlainDouble(text(bytes, from, length));
            case BYTES -> false;
        };
        return plain && (field.element() == null || isStandard(rules[i], text(bytes, from, length)));
    }

    private static boolean isPlainText(FieldSpec field, byte[] bytes, int from, int length) {
        Integer most = field.length();
        return length <= FieldRule.LONGEST_BYTES
                && PlainText.isText(bytes, from, length)
                && (most == null || length <= most || PlainText.characters(bytes, from, length) <= most);
    }

    private static boolean isPlainDouble(String text) {
        try {
            return Double.toString(Double.parseDouble(text)).equals(text);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isStandard(FieldRule rule, String text) {
        FieldRule.Outcome outcome = rule.apply(text);
        return outcome.fault() == null && outcome.value().equals(text);
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
}
