package org.citybrain.gateway.folder;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A private copy of a delivered file, {@code .gz} unpacked: what is read is one state of it, whatever happens to the file
 * meanwhile. The copy goes when it is closed.
 *
 * @param digest SHA-256 of the copy's bytes, hexadecimal
 */
record Spool(Path copy, String digest) implements Closeable {
    private static final int BUFFER = 1 << 16;

    /**
     * Copies a file into a folder.
     *
     * @throws IOException when it cannot be read, is no gzip or changed while it was copied
     */
    static Spool of(Path file, Path folder) throws IOException {
        Path copy = Files.createTempFile(folder, "delivery", ".spool");
        try {
            long size = Files.size(file);
            FileTime changed = Files.getLastModifiedTime(file);
            String digest = copy(file, copy);
            if (Files.size(file) != size || !Files.getLastModifiedTime(file).equals(changed)) {
                throw new ChangedException(file);
            }
            return new Spool(copy, digest);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /** The file was still being written. */
    static final class ChangedException extends IOException {
        private static final long serialVersionUID = 1;

        ChangedException(Path file) {
            super(file.getFileName() + " changed while it was read");
        }
    }

    private static String copy(Path file, Path copy) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = open(file);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(copy), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz")
                ? new GZIPInputStream(in, BUFFER)
                : in;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(copy);
    }
}
