package org.citybrain.gateway.capture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of one line of PostgreSQL's COPY text format: tabs between, backslash escapes, \N for null. */
final class CopyText {
    private CopyText() {}

    /** Splits a line without its newline. */
    static List<@Nullable String> fields(byte[] line, int start, int end, int count) {
        List<@Nullable String> fields = new ArrayList<>(count);
        int from = start;
        boolean escaped = false;
        for (int i = start; i <= end; i++) {
            if (i == end || line[i] == '\t') {
                fields.add(escaped ? unescape(line, from, i) : text(line, from, i));
                from = i + 1;
                escaped = false;
            } else if (line[i] == '\\') {
                escaped = true;
                i++;
            }
        }
        return fields;
    }

    private static String text(byte[] line, int from, int to) {
        return new String(line, from, to - from, StandardCharsets.UTF_8);
    }

    private static @Nullable String unescape(byte[] line, int from, int to) {
        if (to - from == 2 && line[from + 1] == 'N') {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            if (line[i] == '\\' && i + 1 < to) {
                i++;
                out.write(plain(line[i]));
            } else {
                out.write(line[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int plain(byte escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            default -> escape;
        };
    }
}
