package org.citybrain.gateway.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    private static LaneState state(int sequence) {
        return new LaneState(sequence, new Position(1, 1_000L + sequence, sequence));
    }

    private static byte[] bytes(int sequence) {
        byte[] bytes = new byte[40 + sequence * 7];
        new Random(sequence).nextBytes(bytes);
        return bytes;
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void givesBackWhatWasNotAcknowledgedByteForByte() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            JournalledBatch first = journal.append("d.a", state(1), bytes(1));
            journal.append("d.b", state(1), bytes(2));
            journal.append("d.a", state(2), bytes(3));
            journal.acknowledge(first);
            journal.force();
        }
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.unacknowledged()).extracting(JournalledBatch::id).containsExactly("d.b/1", "d.a/2");
            assertThat(journal.unacknowledged().get(1).bytes()).isEqualTo(bytes(3));
            assertThat(journal.lane("d.a")).isEqualTo(state(2));
            assertThat(journal.lane("d.c")).isEqualTo(LaneState.EMPTY);
        }
    }

    @Test
    void isAWholeBeginningWhereverItIsCut() throws IOException {
        List<Long> ends = new ArrayList<>();
        try (Journal journal = Journal.open(folder)) {
            for (int i = 1; i <= 5; i++) {
                journal.append("d.a", state(i), bytes(i));
                journal.force();
                ends.add(Files.size(onlyFile()));
            }
        }
        byte[] whole = Files.readAllBytes(onlyFile());
        for (int cut = 0; cut <= whole.length; cut++) {
            Path other = Files.createDirectories(folder.resolveSibling("cut" + cut));
            Files.write(other.resolve(onlyFile().getFileName()), java.util.Arrays.copyOf(whole, cut));
            long length = cut;
            int expected = (int) ends.stream().filter(end -> end <= length).count();
            try (Journal journal = Journal.open(other)) {
                assertThat(journal.lane("d.a").sequence()).as("cut at %s", cut).isEqualTo(expected);
                journal.append("d.a", state(expected + 1), bytes(expected + 1));
            }
            try (Journal journal = Journal.open(other)) {
                assertThat(journal.unacknowledged()).hasSize(expected + 1);
                for (int i = 0; i <= expected; i++) {
                    assertThat(journal.unacknowledged().get(i).bytes()).isEqualTo(bytes(i + 1));
                }
            }
        }
    }

    @Test
    void neverTakesAFlippedBitForARecord() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.append("d.a", state(1), bytes(1));
            journal.append("d.a", state(2), bytes(2));
        }
        byte[] whole = Files.readAllBytes(onlyFile());
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Path other = Files.createDirectories(folder.resolveSibling("bit" + i));
            Files.write(other.resolve(onlyFile().getFileName()), damaged);
            try (Journal journal = Journal.open(other)) {
                List<JournalledBatch> batches = journal.unacknowledged();
                assertThat(batches.size()).isLessThan(2);
                batches.forEach(batch -> assertThat(batch.bytes()).isEqualTo(bytes(1)));
            }
        }
    }

    @Test
    void dropsOldFilesOnlyWhenAllTheirBatchesAreAcknowledged() throws IOException {
        byte[] large = new byte[1 << 20];
        List<JournalledBatch> batches = new ArrayList<>();
        try (Journal journal = Journal.open(folder)) {
            journal.append("d.quiet", state(9), bytes(1));
            for (int i = 1; i <= 70; i++) {
                batches.add(journal.append("d.a", state(i), large));
            }
            for (JournalledBatch batch : batches) {
                journal.acknowledge(batch);
            }
            assertThat(files())
                    .as("the quiet lane's batch still waits in the first")
                    .isEqualTo(3);
            journal.acknowledge(journal.unacknowledged().getFirst());
            assertThat(files()).isEqualTo(1);
        }
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.lane("d.quiet")).isEqualTo(state(9));
            assertThat(journal.lane("d.a")).isEqualTo(state(70));
            assertThat(journal.unacknowledged()).isEmpty();
        }
    }

    @Test
    void refusesToGoOnWhenAnOlderFileIsDamaged() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            for (int i = 1; i <= 40; i++) {
                journal.append("d.a", state(i), new byte[1 << 20]);
            }
        }
        Path first;
        try (Stream<Path> files = Files.list(folder)) {
            first = files.sorted().findFirst().orElseThrow();
        }
        byte[] whole = Files.readAllBytes(first);
        whole[5_000_000] ^= 1;
        Files.write(first, whole);
        assertThatThrownBy(() -> Journal.open(folder)).hasMessageContaining("damaged at byte");
    }

    private int files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        }
    }
}
