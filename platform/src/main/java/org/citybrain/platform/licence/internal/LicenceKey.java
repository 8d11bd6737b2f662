package org.citybrain.platform.licence.internal;

import java.util.HexFormat;
import java.util.Locale;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.exchange.Signatures;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.home.SigningKey;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The city's key for e-licences; every key it ever had still verifies. */
@Component
class LicenceKey {
    private static final int CHECK_CODE = 12;
    private final Signatures signatures;
    private final SigningKey key;

    LicenceKey(Signatures signatures, Home home) {
        this.signatures = signatures;
        this.key = SigningKey.readOrMake(home, "licence");
    }

    @EventListener
    public void on(ApplicationReadyEvent started) {
        Callers.run(Caller.system("licence"), () -> signatures.announce(key.publicKey()));
    }

    String node() {
        return key.node();
    }

    String publicKey() {
        return key.publicKey().publicKeyHex();
    }

    /** The signature over the text's UTF-8 bytes, in hexadecimal. */
    String sign(String text) {
        return HexFormat.of().formatHex(key.newSigner().sign(Sm3.utf8(text)));
    }

    boolean signed(String text, String signature) {
        try {
            return signatures.signed(key.node(), Sm3.utf8(text), HexFormat.of().parseHex(signature));
        } catch (IllegalArgumentException notHexadecimal) {
            return false;
        }
    }

    /** Twelve signs that only who has the signed document can know. */
    static String checkCode(String signature) {
        return HexFormat.of()
                .formatHex(Sm3.digest(Sm3.utf8(signature)))
                .substring(0, CHECK_CODE)
                .toUpperCase(Locale.ROOT);
    }
}
