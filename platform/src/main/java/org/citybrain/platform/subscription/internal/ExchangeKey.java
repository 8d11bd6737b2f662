package org.citybrain.platform.subscription.internal;

import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.exchange.Signatures;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.home.SigningKey;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The key with which the platform signs what it delivers. */
@Component
class ExchangeKey {

    private final Signatures signatures;
    private final SigningKey key;

    ExchangeKey(Signatures signatures, Home home) {
        this.signatures = signatures;
        this.key = SigningKey.readOrMake(home, "exchange");
    }

    @EventListener
    public void on(ApplicationReadyEvent started) {
        Callers.run(Caller.system("subscription"), () -> signatures.announce(key.publicKey()));
    }

    /** The node that signs. */
    String node() {
        return key.node();
    }

    /** A signer for one thread. */
    Sm2.Signer newSigner() {
        return key.newSigner();
    }
}
