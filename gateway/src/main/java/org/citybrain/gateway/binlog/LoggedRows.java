package org.citybrain.gateway.binlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a rows event's body: the changed rows of one statement, or a part of them. */
public final class LoggedRows {
    private LoggedRows() {}

    /** One changed row; before is null for a created one, after for a deleted one. */
    public record Row(
            @Nullable List<@Nullable String> before,
            @Nullable List<@Nullable String> after) {}

    /** The table that the rows are of. */
    public static long table(byte[] body) {
        return LoggedTable.number(body);
    }

    /**
     * Reads the rows.
     *
     * @param op 'c', 'u' or 'd'
     * @param extended whether the event is of the newer form with a header of its own
     */
    public static List<Row> read(byte[] body, char op, boolean extended, LoggedTable table) {
        ByteBuffer in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        in.position(8);
        if (extended) {
            in.position(in.position() + (in.getShort() & 0xffff));
        }
        int columns = (int) LogBytes.packed(in);
        if (columns != table.columns().size()) {
            throw new UnreadableLogException("A change of " + table.id() + " has " + columns + " columns, its table "
                    + table.columns().size());
        }
        requireAll(in, columns, table);
        if (op == 'u') {
            requireAll(in, columns, table);
        }
        List<Row> rows = new ArrayList<>();
        while (in.hasRemaining()) {
            List<@Nullable String> first = row(in, table);
            rows.add(
                    switch (op) {
                        case 'c' -> new Row(null, first);
                        case 'd' -> new Row(first, null);
                        default -> new Row(first, row(in, table));
                    });
        }
        return rows;
    }

    private static void requireAll(ByteBuffer in, int columns, LoggedTable table) {
        byte[] present = LogBytes.bytes(in, (columns + 7) / 8);
        for (int i = 0; i < columns; i++) {
            if ((present[i / 8] >> i % 8 & 1) == 0) {
                throw new UnreadableLogException("The binlog holds only parts of rows of " + table.id()
                        + ". Set binlog_row_image = FULL at the source.");
            }
        }
    }

    private static List<@Nullable String> row(ByteBuffer in, LoggedTable table) {
        List<LoggedColumn> columns = table.columns();
        byte[] nulls = LogBytes.bytes(in, (columns.size() + 7) / 8);
        List<@Nullable String> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add((nulls[i / 8] >> i % 8 & 1) != 0 ? null : LoggedValue.text(columns.get(i), in));
        }
        return values;
    }
}
