package org.citybrain.gateway.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file's bytes, unpacked and mapped, with the encoding that they are in.
 *
 * @param start first byte behind a byte order mark
 */
record CsvBytes(ByteBuffer bytes, int start, Charset charset) {
    static final Charset GBK = Charset.forName("GBK");
    private static final int MIN_LATIN_LINES = 20;

    /**
     * Maps a file, {@code .gz} unpacked before by {@link Spool}; it must not change meanwhile.
     *
     * @throws IOException when it cannot be read or is larger than 2 GB
     */
    static CsvBytes read(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            if (in.size() >= Integer.MAX_VALUE) {
                throw new IOException("larger than 2 GB");
            }
            return of(in.map(FileChannel.MapMode.READ_ONLY, 0, in.size()));
        }
    }

    static CsvBytes of(byte[] bytes) {
        return of(ByteBuffer.wrap(bytes));
    }

    private static CsvBytes of(ByteBuffer bytes) {
        boolean marked = bytes.limit() >= 3
                && bytes.get(0) == (byte) 0xEF
                && bytes.get(1) == (byte) 0xBB
                && bytes.get(2) == (byte) 0xBF;
        return new CsvBytes(bytes, marked ? 3 : 0, marked ? StandardCharsets.UTF_8 : charsetOf(bytes));
    }

    // line by line, so that one bad line does not decide for the whole file; GBK only where its pairs are Chinese
    // signs of GB 2312: Latin-1 text would also pass a GBK decoder, as nonsense. Latin-1 itself cannot be proved, so
    // many lines must speak for it and next to none for the others; the file then carries a warning
    private static Charset charsetOf(ByteBuffer bytes) {
        int utf8 = 0;
        int gbk = 0;
        int latin = 0;
        for (int from = 0, to; from < bytes.limit(); from = to + 1) {
            to = lineEnd(bytes, from);
            int lowest = lowestHigh(bytes, from, to);
            if (lowest == 0) {
                continue;
            }
            if (decodes(bytes, from, to, StandardCharsets.UTF_8)) {
                utf8++;
            } else if (isChinese(bytes, from, to) && decodes(bytes, from, to, GBK)) {
                gbk++;
            } else if (lowest >= 0xA0) {
                latin++;
            }
        }
        if (latin >= MIN_LATIN_LINES && latin > 10 * (utf8 + gbk)) {
            return StandardCharsets.ISO_8859_1;
        }
        return gbk > utf8 ? GBK : StandardCharsets.UTF_8;
    }

    private static int lineEnd(ByteBuffer bytes, int from) {
        int to = from;
        while (to < bytes.limit() && bytes.get(to) != '\n') {
            to++;
        }
        return to;
    }

    /** The lowest byte above ASCII in a line, 0 when there is none. */
    private static int lowestHigh(ByteBuffer bytes, int from, int to) {
        int lowest = 0;
        for (int i = from; i < to; i++) {
            int value = bytes.get(i) & 0xff;
            if (value >= 0x80 && (lowest == 0 || value < lowest)) {
                lowest = value;
            }
        }
        return lowest;
    }

    private static boolean isChinese(ByteBuffer bytes, int from, int to) {
        int pairs = 0;
        int known = 0;
        for (int i = from; i + 1 < to; i++) {
            if (bytes.get(i) < 0) {
                pairs++;
                if ((bytes.get(i) & 0xff) >= 0xA1 && (bytes.get(i + 1) & 0xff) >= 0xA1) {
                    known++;
                }
                i++;
            }
        }
        return pairs > 0 && known * 10 >= pairs * 8;
    }

    private static boolean decodes(ByteBuffer bytes, int from, int to, Charset charset) {
        try {
            strict(charset).decode(bytes.slice(from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
