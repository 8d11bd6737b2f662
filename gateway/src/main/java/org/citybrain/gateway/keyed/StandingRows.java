package org.citybrain.gateway.keyed;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The rows that were sent of a table, in order of key. */
final class StandingRows implements Closeable {
    private final DataInputStream in;

    /** One row that was sent. */
    record Row(byte[] key, byte[] tuple) {}

    StandingRows(Path file) throws IOException {
        in = new DataInputStream(
                Files.exists(file)
                        ? new BufferedInputStream(Files.newInputStream(file), 1 << 16)
                        : InputStream.nullInputStream());
    }

    /** The next row, null at the end. */
    @Nullable
    Row next() throws IOException {
        byte[] key;
        try {
            key = Entry.block(in);
        } catch (EOFException e) {
            return null;
        }
        return new Row(key, Entry.block(in));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
