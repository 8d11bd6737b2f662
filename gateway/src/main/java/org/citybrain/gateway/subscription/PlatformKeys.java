package org.citybrain.gateway.subscription;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.gateway.signing.PlatformClient;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.kernel.wire.WireJson;

/**
 * The public keys of the platform's exchange, asked of the platform itself with the machine token. Asked again when a
 * signature fits none of them: the platform may have a new one.
 */
public final class PlatformKeys {
    /** Where the platform tells the keys of all nodes. */
    public static final String PATH = "/api/exchange/node-keys";

    /** The platform's exchange signs as {@code exchange@<city>}. */
    private static final String NODE = "exchange@";

    private final Question question;
    private List<Sm2.Verifier> known = List.of();

    /** Asks the platform. */
    @FunctionalInterface
    public interface Question {
        /** The keys as JSON. */
        byte[] ask() throws IOException, InterruptedException;
    }

    /** Keys told by a platform. */
    public PlatformKeys(PlatformClient platform) {
        this(() -> {
            PlatformClient.Answer answer = platform.get(PATH);
            if (!answer.isDone()) {
                throw new IOException("The platform does not tell its keys: " + answer.status());
            }
            return answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        });
    }

    /** Keys told by somebody else. */
    public PlatformKeys(Question question) {
        this.question = question;
    }

    /** Whether the platform signed the text. */
    synchronized boolean isSigned(byte[] text, byte[] signature) throws IOException, InterruptedException {
        return any(key -> key.verify(text, signature));
    }

    /** Whether the batch is whole and signed by the platform. */
    synchronized boolean isSigned(SignedBatch batch) throws IOException, InterruptedException {
        return any(batch::verifies);
    }

    private boolean any(java.util.function.Predicate<Sm2.Verifier> fits) throws IOException, InterruptedException {
        if (known.stream().anyMatch(fits)) {
            return true;
        }
        List<Sm2.Verifier> fresh = new ArrayList<>();
        for (NodeKey key : WireJson.read(question.ask(), NodeKey[].class)) {
            if (key.node().startsWith(NODE)) {
                fresh.add(new Sm2.Verifier(key.publicKeyHex()));
            }
        }
        known = fresh;
        return known.stream().anyMatch(fits);
    }
}
