package org.citybrain.kernel.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestOrderTest {
    @Test
    void ordersAsAStableSortByAllSixteenBytesDoes() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int count = 1 + random.nextInt(60);
            byte[] digests = new byte[count * 16];
            for (int i = 0; i < count; i++) {
                byte[] digest = new byte[16];
                // few first bytes, so that many share their first 44 bits and some are equal
                Arrays.fill(digest, 0, 8, (byte) (random.nextInt(3) * 127));
                digest[15] = (byte) random.nextInt(4);
                digest[6] = (byte) random.nextInt(2);
                System.arraycopy(digest, 0, digests, i * 16, 16);
            }
            int[] expected = IntStream.range(0, count)
                    .boxed()
                    .sorted(Comparator.comparing(
                            i -> Arrays.copyOfRange(digests, i * 16, i * 16 + 16), Arrays::compareUnsigned))
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(DigestOrder.of(digests, count)).isEqualTo(expected);
        }
    }
}
