package org.citybrain.samplecity.seed;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/** One growing file. What an earlier run wrote beyond its last mark is cut off, so that the file goes on at the mark. */
final class TableFile implements Closeable {
    private final FileChannel channel;
    private final boolean packed;

    TableFile(Path file, boolean packed, long mark) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.packed = packed;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.size() < mark) {
            channel.close();
            throw new IOException(file + " is shorter than its mark. Remove the folder and begin anew.");
        }
        channel.truncate(mark);
        channel.position(mark);
    }

    /** Appends; a packed file gets a gzip member of its own for each block, which any gunzip reads as one file. */
    void append(CopyText text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        ByteBuffer bytes = packed ? packed(text) : text.bytes();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static ByteBuffer packed(CopyText text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.size() / 4 + 64);
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            text.writeTo(out);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /** Brings everything to the disk; the file's length from then on. */
    long mark() throws IOException {
        channel.force(false);
        return channel.position();
    }

    long size() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
