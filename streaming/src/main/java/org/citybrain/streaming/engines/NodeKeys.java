package org.citybrain.streaming.engines;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.citybrain.kernel.crypto.Sm2;

/** The platform's own SM2 key, with which intake signs receipts; made at the first start, kept with mode 0600. */
public final class NodeKeys {
    private NodeKeys() {}

    /**
     * Reads the key from the folder, or makes it.
     *
     * @throws BadStartException when the file cannot be read or written
     */
    public static Sm2.KeyPair readOrMake(Path folder) {
        Path file = folder.resolve("node.key");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                make(file);
            }
            Properties key = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                key.load(reader);
            }
            return new Sm2.KeyPair(key.getProperty("private"), key.getProperty("public"));
        } catch (IOException e) {
            throw new BadStartException("The node key " + file + " cannot be read or written: " + e.getMessage(), e);
        }
    }

    private static void make(Path file) throws IOException {
        Sm2.KeyPair pair = Sm2.newKeyPair();
        Path fresh = file.resolveSibling("node.key.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh,
                "private=" + pair.privateKeyHex() + "\npublic=" + pair.publicKeyHex() + "\n",
                StandardOpenOption.WRITE);
        Files.move(fresh, file);
    }
}
