package org.citybrain.kernel.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class Sm3Test {
    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bouncyCastle(byte[] message) {
        SM3Digest digest = new SM3Digest();
        digest.update(message, 0, message.length);
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }

    @Test
    void digestsTheStandardsSecondExample() {
        assertThat(hex(Sm3.digest(Sm3.utf8("abcd".repeat(16)))))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void digestsAMillionTimesTheLetterA() {
        byte[] million = new byte[1_000_000];
        Arrays.fill(million, (byte) 'a');
        assertThat(hex(Sm3.digest(million)))
                .isEqualTo("c8aaf89429554029e231941a2acc0ad61ff2a5acd8fadd25847a3a732b3b02c3");
    }

    @Test
    void digestsEveryLengthAndSplitAsBouncyCastleDoes() {
        Random random = new Random(1);
        Sm3 reused = new Sm3();
        for (int length = 0; length < 300; length++) {
            byte[] message = new byte[length];
            random.nextBytes(message);
            byte[] out = new byte[40];
            int first = random.nextInt(length + 1);
            reused.add(message, 0, first);
            int rest = first;
            if (rest < length) {
                reused.add(message[rest++]);
            }
            reused.add(message, rest, length - rest);
            reused.finish(out, 5);
            assertThat(Arrays.copyOfRange(out, 5, 37)).as("%d bytes", length).isEqualTo(bouncyCastle(message));
        }
    }

    @Test
    void makesCodesAsBouncyCastleDoes() {
        Random random = new Random(2);
        for (int length = 1; length < 150; length++) {
            byte[] key = new byte[length];
            byte[] message = new byte[random.nextInt(200)];
            random.nextBytes(key);
            random.nextBytes(message);
            HMac other = new HMac(new SM3Digest());
            other.init(new KeyParameter(key));
            Sm3.Mac mac = new Sm3.Mac(key);
            for (int again = 0; again < 2; again++) {
                other.update(message, 0, message.length);
                byte[] expected = new byte[32];
                other.doFinal(expected, 0);
                assertThat(mac.of(message)).isEqualTo(expected);
            }
        }
    }
}
