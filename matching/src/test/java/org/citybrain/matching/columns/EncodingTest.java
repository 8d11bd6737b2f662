package org.citybrain.matching.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EncodingTest {
    private static boolean isText(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    @Test
    void agreesWithTheDecoderOfJavaOnWhatIsUtf8() {
        Random random = new Random(4);
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = ("0123456" + Character.toString(random.nextInt(0xD800)) + "7890刘\uD83D\uDE00")
                    .getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            bytes[random.nextInt(bytes.length)] += (byte) random.nextInt(2);

            assertThat(Encoding.fault(bytes, bytes.length, StandardCharsets.UTF_8) < 0)
                    .isEqualTo(isText(bytes));
        }
    }

    @Test
    void tellsWhereTheFirstFaultIs() {
        byte[] bytes = "0123456789刘x".getBytes(StandardCharsets.UTF_8);
        bytes[11] = 'y';

        assertThat(Encoding.fault(bytes, bytes.length, StandardCharsets.UTF_8)).isEqualTo(10);
        assertThat(Encoding.fault(new byte[] {'a', 0}, 2, StandardCharsets.ISO_8859_1))
                .isEqualTo(1);
    }
}
