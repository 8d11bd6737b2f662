package org.citybrain.platform.audit.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.citybrain.kernel.crypto.Sm3;

/** The arithmetic of the chain: each hash covers the one before and every field, with lengths. */
final class Link {

    /** What the first entry of a writer and the first anchor follow. */
    static final byte[] NOTHING = new byte[32];

    private Link() {}

    /** Hash of an entry. */
    static byte[] entry(
            byte[] previous,
            String writer,
            long sequence,
            Instant at,
            String actor,
            String event,
            String subject,
            String details) {
        return hash(previous, sequence, at, writer, actor, event, subject, details);
    }

    /** Hash of an anchor. */
    static byte[] anchor(byte[] previous, long sequence, Instant at, String heads) {
        return hash(previous, sequence, at, heads);
    }

    private static byte[] hash(byte[] previous, long sequence, Instant at, String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeLong(sequence);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            for (String text : texts) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return Sm3.digest(bytes.toByteArray());
    }
}
