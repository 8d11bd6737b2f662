package org.citybrain.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.kernel.wire.WireJson;

/** An SM2 key of the platform's own: made when it is first asked for, kept in a file of mode 0600. */
public final class SigningKey {

    private record Kept(String privateKeyHex, String publicKeyHex, long validFromMicros) {}

    private final String node;
    private final Kept kept;

    private SigningKey(String node, Kept kept) {
        this.node = node;
        this.kept = kept;
    }

    /**
     * The key {@code <name>.key} of the platform's folder; it signs as {@code <name>@<city>}.
     *
     * @throws UncheckedIOException when the file cannot be read or written
     */
    public static SigningKey readOrMake(Home home, String name) {
        Path file = home.config().getPath("home").resolve("platform").resolve(name + ".key");
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                make(file);
            }
            return new SigningKey(name + '@' + home.node(), WireJson.read(Files.readAllBytes(file), Kept.class));
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " cannot be read or written", e);
        }
    }

    private static void make(Path file) throws IOException {
        Sm2.KeyPair pair = Sm2.newKeyPair();
        Kept made = new Kept(pair.privateKeyHex(), pair.publicKeyHex(), Micros.now(Clock.systemUTC()));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, new String(WireJson.write(made), StandardCharsets.UTF_8), StandardOpenOption.WRITE);
        Files.move(fresh, file);
    }

    /** Under which name it signs. */
    public String node() {
        return node;
    }

    /** What others need to verify. */
    public NodeKey publicKey() {
        return new NodeKey(node, kept.publicKeyHex, kept.validFromMicros);
    }

    /** A signer for one thread. */
    public Sm2.Signer newSigner() {
        return new Sm2.Signer(kept.privateKeyHex);
    }
}
