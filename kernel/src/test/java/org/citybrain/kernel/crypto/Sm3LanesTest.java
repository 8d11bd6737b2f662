package org.citybrain.kernel.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sm3LanesTest {
    private final Random random = new Random(3);
    private final Sm3Lanes lanes = new Sm3Lanes();

    private List<byte[]> messages(int count, IntUnaryOperator length) {
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] message = new byte[length.applyAsInt(i)];
            random.nextBytes(message);
            messages.add(message);
        }
        return messages;
    }

    private void assertDigests(List<byte[]> messages) {
        byte[] out = new byte[messages.size() * Sm3.LENGTH + 7];
        for (byte[] message : messages) {
            lanes.begin(9);
            lanes.add(message, 0, message.length);
            lanes.end();
        }
        lanes.finish(out, 7);
        for (int i = 0; i < messages.size(); i++) {
            assertThat(Arrays.copyOfRange(out, 7 + i * Sm3.LENGTH, 7 + (i + 1) * Sm3.LENGTH))
                    .as("message %d of %d", i, messages.size())
                    .isEqualTo(new Sm3().tagged(9, messages.get(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 255, 256})
    void digestsAnyNumberOfMessagesOfAnyLengthAsOneByOne(int count) {
        assertDigests(messages(count, i -> random.nextInt(300)));
        assertDigests(messages(count, i -> i % 130));
    }

    @Test
    void goesOnAloneWithTheFewLongMessagesAmongManyShortOnes() {
        assertDigests(messages(256, i -> i % 50 == 0 ? 100_000 + i : 40));
    }

    @Test
    void makesCodesAsOneByOneAndLeavesTheLanesForDigests() {
        Sm3.Mac mac = new Sm3.Mac(Sm3.utf8("secret of a batch"));
        List<byte[]> messages = messages(200, i -> i % 7);
        byte[] out = new byte[200 * Sm3.LENGTH];
        for (byte[] message : messages) {
            mac.begin(lanes);
            lanes.add(message, 0, message.length);
            lanes.end();
        }
        mac.finish(lanes, out, 0);
        for (int i = 0; i < 200; i++) {
            assertThat(Arrays.copyOfRange(out, i * Sm3.LENGTH, (i + 1) * Sm3.LENGTH))
                    .isEqualTo(mac.of(messages.get(i)));
        }
        assertDigests(messages);
    }
}
