package org.citybrain.streaming.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TogetherTest {
    @Test
    void givesResultsInTheOrderOfTheWork() throws Exception {
        try (Together side = new Together("side-")) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                int number = i;
                work.add(() -> number);
            }
            assertThat(side.all(work)).hasSize(100).isSorted();
        }
    }

    @Test
    void doesAllOfTheWorkBeforeItTellsOfAFailure() {
        AtomicInteger done = new AtomicInteger();
        try (Together side = new Together("side-")) {
            List<Callable<Integer>> work = new ArrayList<>();
            work.add(() -> {
                throw new IOException("the disk is full");
            });
            for (int i = 0; i < 20; i++) {
                work.add(done::incrementAndGet);
            }
            assertThatThrownBy(() -> side.all(work)).isInstanceOf(IOException.class);
            assertThat(done).hasValue(20);
        }
    }

    @Test
    void leavesNothingAtWorkWhenItIsClosedWhileInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Together side = new Together("side-");
        Thread waiting = Thread.ofPlatform().start(() -> {
            try (side) {
                side.all(List.of(() -> slow(begun, ended)));
            } catch (Exception interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();
        waiting.interrupt();
        waiting.join();
        assertThat(ended).isTrue();
    }

    /** Work that takes its time however often it is interrupted. */
    private static int slow(CountDownLatch begun, AtomicBoolean ended) {
        long end = System.nanoTime() + 200_000_000;
        begun.countDown();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        ended.set(true);
        return 1;
    }
}
