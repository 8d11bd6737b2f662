package org.citybrain.gateway.signing;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.citybrain.gateway.store.AtomicFiles;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.NodeKey;

/**
 * A department's key pair.
 *
 * @param node such as {@code health_insurance@3609}
 * @param validFromMicros when it was made
 */
public record DepartmentKey(String node, Sm2.KeyPair pair, long validFromMicros) {
    /** Reads the key, or makes it at the first start. */
    public static DepartmentKey of(String node, Path folder, Clock clock) {
        Path file = folder.resolve("sm2.key");
        if (Files.exists(file)) {
            return read(node, file);
        }
        DepartmentKey key = new DepartmentKey(node, Sm2.newKeyPair(), Micros.now(clock));
        String text = "private=" + key.pair().privateKeyHex() + "\npublic="
                + key.pair().publicKeyHex() + "\nvalidFromMicros=" + key.validFromMicros() + "\n";
        AtomicFiles.write(file, text.getBytes(StandardCharsets.US_ASCII));
        return key;
    }

    private static DepartmentKey read(String node, Path file) {
        Properties values = new Properties();
        try {
            values.load(new StringReader(Files.readString(file, StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new ConfigException("Cannot read the key file " + file + ": " + e.getMessage());
        }
        return new DepartmentKey(
                node,
                new Sm2.KeyPair(value(values, "private", file), value(values, "public", file)),
                Long.parseLong(value(values, "validFromMicros", file)));
    }

    private static String value(Properties values, String name, Path file) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new ConfigException("The key file " + file + " has no '" + name + "'; restore it from a backup.");
        }
        return value;
    }

    /** The public half, for the catalogue. */
    public NodeKey toNodeKey() {
        return new NodeKey(node, pair.publicKeyHex(), validFromMicros);
    }

    /** A signer for one thread. */
    public Sm2.Signer newSigner() {
        return new Sm2.Signer(pair.privateKeyHex());
    }
}
