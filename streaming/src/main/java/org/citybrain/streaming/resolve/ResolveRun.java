package org.citybrain.streaming.resolve;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.MatchRecord;
import org.citybrain.kernel.wire.MemberKey;
import org.citybrain.kernel.wire.Membership;
import org.citybrain.matching.bench.LinkageSample;
import org.citybrain.matching.measure.QualityCounter;

/** Feeds a sample in a random order: one half at once, the other at a steady rate, which is timed. */
final class ResolveRun {
    private static final long SEED = 42;
    private static final long QUIET_NANOS = 5_000_000_000L;
    private static final double MILLIS = 1e3;

    private final ResolveClient client;
    private final LinkageSample sample;
    private final List<Integer> order = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Long> waiting = new HashMap<>();
    private final List<Double> waits = new ArrayList<>();
    private final Map<String, Integer> entities = new HashMap<>();
    private final int[] entityOf;
    private final long[] versionOf;
    private long lastHeard;
    private double bulkSeconds;
    private int heard;
    private int toldInAll;
    private int toldAfterRestart;

    ResolveRun(ResolveClient client, LinkageSample sample) {
        this.client = client;
        this.sample = sample;
        this.entityOf = new int[sample.rows().size()];
        this.versionOf = new long[entityOf.length];
        for (int i = 0; i < entityOf.length; i++) {
            order.add(i);
            entityOf[i] = i;
            LinkageSample.Row row = sample.rows().get(i);
            numbers.put(RecordName.of(new MemberKey(row.source(), row.key())), i);
        }
        Collections.shuffle(order, new Random(SEED));
    }

    /** Sends one half as fast as it goes. */
    void feedHalf() {
        int half = order.size() / 2;
        long started = System.nanoTime();
        for (int i = 0; i < half; i++) {
            send(order.get(i), false);
        }
        listenUntil(half);
        bulkSeconds = (lastHeard - started) / 1e9;
    }

    /** After a restart: what is told again of its own accord, then the other half at a steady rate. */
    void feedRest(int rate) {
        int half = order.size() / 2;
        toldInAll = 0;
        // the job needs a moment to come up; nothing is to be told meanwhile
        send(order.get(half), false);
        listenUntil(half + 1);
        toldAfterRestart = toldInAll;
        long from = System.nanoTime();
        for (int i = half + 1; i < order.size(); i++) {
            long due = from + (i - half) * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                client.hear(this::take);
            }
            send(order.get(i), true);
        }
        listenUntil(order.size());
    }

    private void send(int record, boolean timed) {
        LinkageSample.Row row = sample.rows().get(record);
        MemberKey key = new MemberKey(row.source(), row.key());
        long now = now();
        if (timed) {
            waiting.put(RecordName.of(key), now);
        }
        client.send(new MatchRecord("persons", key, row.fields(), false, RecordName.of(key), now));
    }

    /** Until so many records have been heard of, and nothing more is told for a while. */
    private void listenUntil(int records) {
        lastHeard = System.nanoTime();
        while (heard < records || System.nanoTime() - lastHeard < QUIET_NANOS) {
            client.hear(this::take);
        }
    }

    private void take(Membership told) {
        lastHeard = System.nanoTime();
        toldInAll++;
        int entity = entities.computeIfAbsent(told.entity(), unused -> entityOf.length + entities.size());
        for (MemberKey member : told.members()) {
            String name = RecordName.of(member);
            int record = numbers.getOrDefault(name, -1);
            if (record < 0) {
                continue;
            }
            heard += versionOf[record] == 0 ? 1 : 0;
            if (told.version() >= versionOf[record]) {
                versionOf[record] = told.version();
                entityOf[record] = entity;
            }
            Long sent = waiting.remove(name);
            if (sent != null) {
                waits.add((now() - sent) / MILLIS);
            }
        }
    }

    private static long now() {
        return Micros.now(Clock.systemUTC());
    }

    Map<String, Double> figures() {
        Collections.sort(waits);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("flink_records records", (double) order.size());
        figures.put("flink_bulk_per_second records/s", order.size() / 2 / bulkSeconds);
        figures.put("flink_told_after_restart memberships", (double) toldAfterRestart);
        figures.put("flink_p50 ms", at(0.50));
        figures.put("flink_p95 ms", at(0.95));
        figures.put("flink_p99 ms", at(0.99));
        int[] batch = sample.clusters();
        figures.put(
                "flink_agreement share",
                new QualityCounter(order.size(), record -> entityOf[record], record -> batch[record])
                        .measure(0, 0)
                        .clusterF1());
        return figures;
    }

    private double at(double share) {
        return waits.isEmpty() ? 0 : waits.get((int) Math.min(waits.size() - 1, waits.size() * share));
    }
}
