package org.citybrain.kernel.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CryptoTest {
    @Test
    void digestsAbcAsTheStandardSays() {
        assertThat(HexFormat.of().formatHex(Sm3.digest(Sm3.utf8("abc"))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void acceptsItsOwnSignatureAndNoOther() {
        Sm2.KeyPair pair = Sm2.newKeyPair();
        byte[] message = Sm3.utf8("宜春");
        byte[] signature = new Sm2.Signer(pair.privateKeyHex()).sign(message);
        Sm2.Verifier verifier = new Sm2.Verifier(pair.publicKeyHex());

        assertThat(verifier.verify(message, signature)).isTrue();
        assertThat(verifier.verify(Sm3.utf8("宜昌"), signature)).isFalse();
        assertThat(new Sm2.Verifier(Sm2.newKeyPair().publicKeyHex()).verify(message, signature))
                .isFalse();
    }

    @Test
    void keepsThePrivateKeyOutOfTexts() {
        Sm2.KeyPair pair = Sm2.newKeyPair();
        assertThat(pair.toString()).doesNotContain(pair.privateKeyHex());
    }
}
