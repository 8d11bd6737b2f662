package org.citybrain.gateway.binlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Prints a value of the binlog as the source itself prints it; see {@link MariaDbTypes} for the other road. */
final class LoggedValue {
    private static final int[] BYTES_OF_DIGITS = {0, 1, 1, 2, 2, 3, 3, 4, 4, 4};
    private static final int GROUP = 9;

    private LoggedValue() {}

    static String text(LoggedColumn column, ByteBuffer in) {
        return switch (column.type()) {
            case LoggedColumn.TINY -> integer(in, 1, column.unsigned());
            case LoggedColumn.SHORT -> integer(in, 2, column.unsigned());
            case LoggedColumn.INT24 -> integer(in, 3, column.unsigned());
            case LoggedColumn.LONG -> integer(in, 4, column.unsigned());
            case LoggedColumn.LONGLONG -> integer(in, 8, column.unsigned());
            case LoggedColumn.FLOAT -> Float.toString(in.getFloat());
            case LoggedColumn.DOUBLE -> Double.toString(in.getDouble());
            case LoggedColumn.NEWDECIMAL -> decimal(in, column.size(), column.scale());
            case LoggedColumn.DATE -> LoggedTime.date(in);
            case LoggedColumn.YEAR -> LoggedTime.year(in);
            case LoggedColumn.TIMESTAMP2 -> LoggedTime.timestamp(in, column.size());
            case LoggedColumn.DATETIME2 -> LoggedTime.datetime(in, column.size());
            case LoggedColumn.TIME2 -> LoggedTime.time(in, column.size());
            case LoggedColumn.BIT -> bits(in, column.size());
            case LoggedColumn.ENUM -> word(column.words(), LogBytes.integer(in, column.size()));
            case LoggedColumn.SET -> words(column.words(), LogBytes.integer(in, column.size()));
            case LoggedColumn.VARCHAR, LoggedColumn.VAR_STRING, LoggedColumn.STRING ->
                characters(column, LogBytes.bytes(in, (int) LogBytes.integer(in, column.size() > 255 ? 2 : 1)));
            case LoggedColumn.BLOB, LoggedColumn.GEOMETRY ->
                characters(column, LogBytes.bytes(in, (int) LogBytes.integer(in, column.size())));
            default -> throw new UnreadableLogException("Type " + column.type() + " of " + column.name());
        };
    }

    private static String integer(ByteBuffer in, int bytes, boolean unsigned) {
        long number = LogBytes.integer(in, bytes);
        if (unsigned) {
            return Long.toUnsignedString(number);
        }
        int shift = 64 - 8 * bytes;
        return Long.toString(number << shift >> shift);
    }

    private static String bits(ByteBuffer in, int count) {
        String text = Long.toBinaryString(LogBytes.highFirst(in, (count + 7) / 8));
        return "0".repeat(count - text.length()) + text;
    }

    // 0 stands for a word that was refused
    private static String word(List<String> words, long number) {
        return number == 0 ? "" : words.get((int) number - 1);
    }

    private static String words(List<String> words, long marks) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if ((marks >> i & 1) != 0) {
                text.append(text.isEmpty() ? "" : ",").append(words.get(i));
            }
        }
        return text.toString();
    }

    private static String characters(LoggedColumn column, byte[] bytes) {
        if (!column.characters().isBinary()) {
            return column.characters().decode(bytes);
        }
        // the log leaves a fixed field's closing zeros out
        byte[] whole = column.type() == LoggedColumn.STRING ? Arrays.copyOf(bytes, column.size()) : bytes;
        return "\\x" + HexFormat.of().formatHex(whole);
    }

    // groups of nine digits in four bytes, the highest first; the first bit is the sign, a negative number is turned
    // over
    private static String decimal(ByteBuffer in, int precision, int scale) {
        int whole = precision - scale;
        byte[] bytes = LogBytes.bytes(in, bytesOf(whole) + bytesOf(scale));
        boolean negative = (bytes[0] & 0x80) == 0;
        bytes[0] ^= (byte) 0x80;
        if (negative) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
        }
        ByteBuffer digits = ByteBuffer.wrap(bytes);
        StringBuilder text = new StringBuilder();
        group(text, digits, whole % GROUP);
        for (int i = 0; i < whole / GROUP; i++) {
            group(text, digits, GROUP);
        }
        while (text.length() > 1 && text.charAt(0) == '0') {
            text.deleteCharAt(0);
        }
        if (text.isEmpty()) {
            text.append('0');
        }
        if (scale > 0) {
            text.append('.');
        }
        for (int i = 0; i < scale / GROUP; i++) {
            group(text, digits, GROUP);
        }
        group(text, digits, scale % GROUP);
        return negative ? text.insert(0, '-').toString() : text.toString();
    }

    private static int bytesOf(int digits) {
        return digits / GROUP * 4 + BYTES_OF_DIGITS[digits % GROUP];
    }

    private static void group(StringBuilder text, ByteBuffer in, int digits) {
        if (digits > 0) {
            String number = Long.toString(LogBytes.highFirst(in, BYTES_OF_DIGITS[digits]));
            text.append("0".repeat(Math.max(0, digits - number.length()))).append(number);
        }
    }
}
