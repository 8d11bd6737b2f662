package org.citybrain.gateway.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file's bytes, unpacked, with the encoding that they are in.
 *
 * @param start first byte behind a byte order mark
 */
record CsvBytes(byte[] bytes, int start, Charset charset) {
    static final Charset GBK = Charset.forName("GBK");
    private static final int MAX_BYTES = 1 << 30;
    private static final int MIN_LATIN_LINES = 20;

    /**
     * Reads a file, {@code .gz} unpacked.
     *
     * @throws IOException when it cannot be read, is no gzip or is larger than 1 GB
     */
    static CsvBytes read(Path file) throws IOException {
        try (InputStream in = file.getFileName().toString().endsWith(".gz")
                ? new GZIPInputStream(Files.newInputStream(file), 1 << 16)
                : Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES);
            if (bytes.length == MAX_BYTES) {
                throw new IOException("larger than 1 GB");
            }
            return of(bytes);
        }
    }

    static CsvBytes of(byte[] bytes) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return new CsvBytes(bytes, marked ? 3 : 0, marked ? StandardCharsets.UTF_8 : charsetOf(bytes));
    }

    // line by line, so that one bad line does not decide for the whole file; GBK only where its pairs are Chinese
    // signs of GB 2312: Latin-1 text would also pass a GBK decoder, as nonsense. Latin-1 itself cannot be proved, so
    // many lines must speak for it and next to none for the others; the file then carries a warning
    private static Charset charsetOf(byte[] bytes) {
        int utf8 = 0;
        int gbk = 0;
        int latin = 0;
        for (int from = 0, to; from < bytes.length; from = to + 1) {
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

    private static int lineEnd(byte[] bytes, int from) {
        int to = from;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        return to;
    }

    /** The lowest byte above ASCII in a line, 0 when there is none. */
    private static int lowestHigh(byte[] bytes, int from, int to) {
        int lowest = 0;
        for (int i = from; i < to; i++) {
            int value = bytes[i] & 0xff;
            if (value >= 0x80 && (lowest == 0 || value < lowest)) {
                lowest = value;
            }
        }
        return lowest;
    }

    private static boolean isChinese(byte[] bytes, int from, int to) {
        int pairs = 0;
        int known = 0;
        for (int i = from; i + 1 < to; i++) {
            if (bytes[i] < 0) {
                pairs++;
                if ((bytes[i] & 0xff) >= 0xA1 && (bytes[i + 1] & 0xff) >= 0xA1) {
                    known++;
                }
                i++;
            }
        }
        return pairs > 0 && known * 10 >= pairs * 8;
    }

    private static boolean decodes(byte[] bytes, int from, int to, Charset charset) {
        try {
            strict(charset).decode(ByteBuffer.wrap(bytes, from, to - from));
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
