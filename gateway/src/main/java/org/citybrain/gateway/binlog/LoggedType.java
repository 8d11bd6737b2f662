package org.citybrain.gateway.binlog;

import java.nio.ByteBuffer;

/**
 * A column's type in the binlog with its measure.
 *
 * @param size longest bytes of a text, digits of a decimal, bits, parts of a second, bytes of a length or of a word's number
 * @param scale digits after the point
 */
record LoggedType(int number, int size, int scale) {
    /** Reads the measure that a type has. */
    static LoggedType read(int number, ByteBuffer measures) {
        return switch (number) {
            case LoggedColumn.FLOAT,
                    LoggedColumn.DOUBLE,
                    LoggedColumn.BLOB,
                    LoggedColumn.GEOMETRY,
                    LoggedColumn.TIMESTAMP2,
                    LoggedColumn.DATETIME2,
                    LoggedColumn.TIME2 -> new LoggedType(number, measures.get() & 0xff, 0);
            case LoggedColumn.VARCHAR, LoggedColumn.VAR_STRING ->
                new LoggedType(number, measures.getShort() & 0xffff, 0);
            case LoggedColumn.BIT -> bits(measures.get() & 0xff, measures.get() & 0xff);
            case LoggedColumn.NEWDECIMAL -> new LoggedType(number, measures.get() & 0xff, measures.get() & 0xff);
            case LoggedColumn.STRING, LoggedColumn.ENUM, LoggedColumn.SET ->
                fixed(measures.get() & 0xff, measures.get() & 0xff);
            case LoggedColumn.TINY,
                    LoggedColumn.SHORT,
                    LoggedColumn.INT24,
                    LoggedColumn.LONG,
                    LoggedColumn.LONGLONG,
                    LoggedColumn.DATE,
                    LoggedColumn.YEAR -> new LoggedType(number, 0, 0);
            default ->
                throw new UnreadableLogException("A column has the type number " + number
                        + ", which is not read; a compressed column or one from before MariaDB 10.1");
        };
    }

    private static LoggedType bits(int rest, int whole) {
        return new LoggedType(LoggedColumn.BIT, whole * 8 + rest, 0);
    }

    // the first byte holds the real type, and for long texts two bits of the length turned over
    private static LoggedType fixed(int first, int second) {
        if ((first & 0x30) != 0x30) {
            return new LoggedType(first | 0x30, second | ((first & 0x30) ^ 0x30) << 4, 0);
        }
        return new LoggedType(first, second, 0);
    }

    boolean isCharacter() {
        return number == LoggedColumn.VARCHAR
                || number == LoggedColumn.VAR_STRING
                || number == LoggedColumn.STRING
                || number == LoggedColumn.BLOB;
    }

    boolean isNumber() {
        return switch (number) {
            case LoggedColumn.TINY,
                    LoggedColumn.SHORT,
                    LoggedColumn.INT24,
                    LoggedColumn.LONG,
                    LoggedColumn.LONGLONG,
                    LoggedColumn.FLOAT,
                    LoggedColumn.DOUBLE,
                    LoggedColumn.YEAR,
                    LoggedColumn.NEWDECIMAL -> true;
            default -> false;
        };
    }

    boolean isWords() {
        return number == LoggedColumn.ENUM || number == LoggedColumn.SET;
    }
}
