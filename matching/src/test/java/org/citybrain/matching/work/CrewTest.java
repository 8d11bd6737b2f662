package org.citybrain.matching.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void takesResultsInTheOrderOfTheTasks(int threads) {
        List<Integer> taken = new ArrayList<>();
        new Crew(threads).inOrder(500, () -> 7, (worker, task) -> task * worker, taken::add);

        assertThat(taken)
                .isEqualTo(IntStream.range(0, 500).map(task -> task * 7).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void doesEachTaskOnce(int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(100);
        new Crew(threads).each(100, () -> done, AtomicIntegerArray::incrementAndGet);

        assertThat(IntStream.range(0, 100).map(done::get)).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void tellsWhatFailed(int threads) {
        Crew subject = new Crew(threads);

        assertThatThrownBy(() -> subject.each(10, () -> 0, (worker, task) -> {
                    throw new IllegalStateException("task " + task % 1);
                }))
                .isInstanceOf(CrewException.class)
                .hasMessage("task 0");
    }

    @Test
    void needsAThread() {
        assertThatThrownBy(() -> new Crew(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
