package org.citybrain.matching.columns;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text of another encoding as UTF-8, so that it is split only after it is decoded: the second byte of a sign in GBK may look
 * like a separator. What is no text becomes {@link #FAULT}, a byte that no UTF-8 has.
 */
final class DecodedStream extends InputStream {
    static final int FAULT = 0xFF;
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer raw = ByteBuffer.allocate(BLOCK).flip();
    private final CharBuffer signs = CharBuffer.allocate(BLOCK);
    private ByteBuffer text = ByteBuffer.allocate(0);
    private boolean faulty;
    private boolean ended;

    DecodedStream(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!text.hasRemaining()) {
            if (faulty) {
                faulty = false;
                into[offset] = (byte) FAULT;
                return 1;
            }
            if (ended && !raw.hasRemaining()) {
                return -1;
            }
            decode();
        }
        int size = Math.min(length, text.remaining());
        text.get(into, offset, size);
        return size;
    }

    private void decode() throws IOException {
        CoderResult result = decoder.decode(raw, signs.clear(), ended);
        text = StandardCharsets.UTF_8.encode(signs.flip());
        if (result.isError()) {
            raw.position(raw.position() + result.length());
            faulty = true;
        } else if (result.isUnderflow() && !ended) {
            int read = in.read(raw.compact().array(), raw.position(), raw.remaining());
            raw.position(raw.position() + Math.max(0, read)).flip();
            ended = read < 0;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
