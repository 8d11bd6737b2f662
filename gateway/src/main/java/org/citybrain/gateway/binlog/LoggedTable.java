package org.citybrain.gateway.binlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.schema.SchemaVersion;

/**
 * A table as the binlog describes it before each of its changes, names and character sets included.
 *
 * @param number by which the following changes name it
 * @param id database and name
 */
public record LoggedTable(long number, String id, List<LoggedColumn> columns, SchemaVersion version) {
    private static final int TABLE_NUMBER_BYTES = 6;

    public LoggedTable {
        columns = List.copyOf(columns);
    }

    /** Which table a description is of, without reading the rest. */
    public static long number(byte[] description) {
        return LogBytes.integer(ByteBuffer.wrap(description).order(ByteOrder.LITTLE_ENDIAN), TABLE_NUMBER_BYTES);
    }

    /** Database and name of the table that a description is of, without reading the rest. */
    public static String id(byte[] description) {
        ByteBuffer in = ByteBuffer.wrap(description).order(ByteOrder.LITTLE_ENDIAN);
        in.position(TABLE_NUMBER_BYTES + 2);
        String schema = name(in);
        return schema + "." + name(in);
    }

    /**
     * Reads a table map event's body.
     *
     * @throws UnreadableLogException when it lacks the columns' names or holds a type that is not read
     */
    public static LoggedTable read(byte[] description, CharacterSets sets) {
        ByteBuffer in = ByteBuffer.wrap(description).order(ByteOrder.LITTLE_ENDIAN);
        long number = LogBytes.integer(in, TABLE_NUMBER_BYTES);
        in.getShort();
        String schema = name(in);
        String id = schema + "." + name(in);
        byte[] types = LogBytes.bytes(in, (int) LogBytes.packed(in));
        ByteBuffer measures = LogBytes.slice(in, (int) LogBytes.packed(in));
        List<LoggedType> read = new ArrayList<>(types.length);
        for (byte type : types) {
            read.add(LoggedType.read(type & 0xff, measures));
        }
        byte[] nulls = LogBytes.bytes(in, (types.length + 7) / 8);
        TableMetadata more = TableMetadata.read(in, read, sets);
        if (more.names().size() != types.length) {
            throw new UnreadableLogException("The binlog does not name the columns of " + id
                    + ". Set binlog_row_metadata = FULL at the source.");
        }
        List<LoggedColumn> columns = new ArrayList<>(types.length);
        for (int i = 0; i < types.length; i++) {
            LoggedType type = read.get(i);
            columns.add(new LoggedColumn(
                    more.names().get(i),
                    type.number(),
                    type.size(),
                    type.scale(),
                    more.unsigned().get(i),
                    more.characters(i),
                    more.words(i),
                    (nulls[i / 8] >> i % 8 & 1) != 0,
                    more.keys().contains(i)));
        }
        return new LoggedTable(
                number,
                id,
                columns,
                SchemaVersion.observed(columns.stream().map(LoggedColumn::field).toList()));
    }

    // one byte of length, the name, a zero
    private static String name(ByteBuffer in) {
        String name = new String(LogBytes.bytes(in, in.get() & 0xff), StandardCharsets.UTF_8);
        in.get();
        return name;
    }
}
