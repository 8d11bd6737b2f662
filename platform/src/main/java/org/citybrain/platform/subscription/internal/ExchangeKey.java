package org.citybrain.platform.subscription.internal;

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
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.exchange.Signatures;
import org.citybrain.platform.home.Home;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The key with which the platform signs what it delivers: made at the first start, kept in a file of mode 0600. */
@Component
class ExchangeKey {

    private record Kept(String privateKeyHex, String publicKeyHex, long validFromMicros) {}

    private final Signatures signatures;
    private final String node;
    private final Path file;
    private final Kept key;

    ExchangeKey(Signatures signatures, Home home) {
        this.signatures = signatures;
        this.node = "exchange@" + home.node();
        this.file = home.config().getPath("home").resolve("platform").resolve("exchange.key");
        this.key = readOrMake();
    }

    @EventListener
    public void on(ApplicationReadyEvent started) {
        Callers.run(
                Caller.system("subscription"),
                () -> signatures.announce(new NodeKey(node, key.publicKeyHex(), key.validFromMicros())));
    }

    /** The node that signs. */
    String node() {
        return node;
    }

    /** A signer for one thread. */
    Sm2.Signer newSigner() {
        return new Sm2.Signer(key.privateKeyHex());
    }

    private Kept readOrMake() {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Sm2.KeyPair pair = Sm2.newKeyPair();
                Kept made = new Kept(pair.privateKeyHex(), pair.publicKeyHex(), Micros.now(Clock.systemUTC()));
                Path fresh = file.resolveSibling("exchange.key.new");
                Files.deleteIfExists(fresh);
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(
                        fresh, new String(WireJson.write(made), StandardCharsets.UTF_8), StandardOpenOption.WRITE);
                Files.move(fresh, file);
            }
            return WireJson.read(Files.readAllBytes(file), Kept.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The exchange key " + file + " cannot be read or written", e);
        }
    }
}
