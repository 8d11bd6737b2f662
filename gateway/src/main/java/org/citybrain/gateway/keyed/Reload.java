package org.citybrain.gateway.keyed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.Position;
import org.citybrain.gateway.lane.SentBatches;
import org.citybrain.kernel.batch.Tuple;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Loads a captured table again: its rows are compared by key with what stands of everything that was sent, and the
 * difference is sent, deletions among it. Afterwards the receiver holds the table as it was read, whatever happened to the
 * source meanwhile. A kill at any moment goes on with the same plan.
 */
public final class Reload {
    private static final Duration ACKNOWLEDGEMENT = Duration.ofMinutes(10);
    private static final Outcome EQUAL = new Outcome(0, 0, 0, 0, 0, 0);

    private final SentBatches sent;
    private final Outbox outbox;
    private final Health health;
    private final BiConsumer<String, List<Finding>> findings;

    /** Reloads over an outbox that the caller closes; findings go with the resource they concern. */
    public Reload(SentBatches sent, Outbox outbox, Health health, BiConsumer<String, List<Finding>> findings) {
        this.sent = sent;
        this.outbox = outbox;
        this.health = health;
        this.findings = findings;
    }

    /**
     * What is loaded again.
     *
     * @param sent the schema whose key the rows have that were sent before
     * @param generation of the load, above 0
     * @param takenAtMicros when the rows were read at the source
     */
    public record Target(
            String resource, SchemaVersion schema, SchemaVersion sent, int generation, long takenAtMicros) {
        boolean isRekeyed() {
            return !schema.keyNames().equals(sent.keyNames());
        }
    }

    /** Takes a row that was read; the number counts from 1. */
    @FunctionalInterface
    public interface RowTaker {
        /** Takes a row. */
        void row(long number, List<@Nullable String> values) throws IOException;
    }

    /** The rows that were read, as often as they are asked for. */
    @FunctionalInterface
    public interface Rows {
        /** Hands out all rows. */
        void each(RowTaker taker) throws IOException, InterruptedException;
    }

    /**
     * Compares and sends.
     *
     * @param folder where plan and sorted rows lie meanwhile
     * @throws IOException when the receiver cannot be asked or does not acknowledge; the next run goes on
     */
    public void run(Target target, Path folder, Rows rows) throws IOException, InterruptedException {
        String resource = target.resource();
        KeyedTable table = new KeyedTable(folder, resource + "-" + target.generation());
        if (!table.hasPlan()) {
            // what is not acknowledged yet is not among what can be read back
            if (!outbox.drain(ACKNOWLEDGEMENT)) {
                throw new IOException("What was sent of " + resource + " was not acknowledged in time");
            }
            health.note("load " + resource, "compares with what was sent before");
            if (!table.recall(sent, resource, target.isRekeyed() ? target.sent() : target.schema())) {
                findings.accept(resource, List.of(cutOff(resource)));
            }
            if (target.isRekeyed()) {
                findings.accept(resource, List.of(rekeyed(target)));
            }
            plan(target, table, rows);
        }
        Outcome outcome = !table.hasPlan()
                ? EQUAL
                : new PlanRows(outbox, health, findings)
                        .send(table, resource, order -> new Position(target.generation() * 2, 0, order));
        findings.accept(resource, List.of(compared(resource, outcome)));
        health.clear("load " + resource);
        table.discard();
    }

    private static void plan(Target target, KeyedTable table, Rows rows) throws IOException, InterruptedException {
        Delivery delivery = new Delivery(
                target.schema(), "", true, key -> true, false, "load", target.takenAtMicros(), repeated -> {});
        int[] keys = target.schema().keyPositions();
        try (EntrySorter entries = table.sorter()) {
            rows.each((number, values) -> {
                List<@Nullable String> key = new ArrayList<>(keys.length);
                for (int field : keys) {
                    key.add(values.get(field));
                }
                entries.add(Entry.row(Tuple.encode(key), number, "load:" + number, Tuple.encode(values)));
            });
            if (target.isRekeyed()) {
                table.rekey(
                        delivery,
                        entries,
                        target.schema().isKeyed() && target.sent().isKeyed());
            } else {
                table.plan(delivery, entries);
            }
        }
    }

    private static Finding compared(String resource, Outcome outcome) {
        String zh = "重新装载后已与先前发送的各行逐键比对：补发 %d 行，更正 %d 行，删除 %d 行";
        String en = "Loaded again and compared with what was sent before: %d rows added, %d corrected, %d deleted";
        return new Finding(
                "GW-108",
                Severity.NOTE,
                resource,
                "",
                new Bilingual(
                        zh.formatted(outcome.created(), outcome.updated(), outcome.deleted()),
                        en.formatted(outcome.created(), outcome.updated(), outcome.deleted())),
                new Bilingual("无需处理；数据池与源表已一致", "Nothing to do: the pool equals the source again"),
                java.util.Map.of());
    }

    private static Finding rekeyed(Target target) {
        List<String> old = target.sent().keyNames();
        List<String> now = target.schema().keyNames();
        String zh = "源表的主键列已由 %s 改为 %s，正按新主键重新装载并逐键比对，旧主键的行随之结束";
        String en =
                "The key's columns were changed from %s to %s; the table is loaded again and compared, its rows come under"
                        + " the new key and end under the old one";
        return new Finding(
                "GW-112",
                Severity.WARNING,
                target.resource(),
                String.join(", ", now),
                new Bilingual(
                        zh.formatted(named(old, "（无主键）"), named(now, "（无主键）")),
                        en.formatted(named(old, "none"), named(now, "none"))),
                new Bilingual(
                        "请数据管理员确认新版本，并核对按旧主键引用该表的订阅；若非有意，请恢复原主键，网关会再装载一次",
                        "Let the data officer accept the new version and look at subscriptions that use the old key; if it was"
                                + " not meant, restore the key and the gateway loads the table once more"),
                java.util.Map.of("before", String.join(", ", old), "after", String.join(", ", now)));
    }

    private static String named(List<String> columns, String none) {
        return columns.isEmpty() ? none : String.join(", ", columns);
    }

    private static Finding cutOff(String resource) {
        return new Finding(
                "GW-109",
                Severity.WARNING,
                resource,
                "",
                new Bilingual(
                        "消息总线不再保存先前发送的全部批次，其中的行若已在源表删除则无法得知",
                        "The message bus no longer keeps every batch that was sent; rows of the missing ones that the source has"
                                + " deleted are not known"),
                new Bilingual(
                        "请核对该资源的行数，并延长批次主题的保存期限",
                        "Compare the resource's count, and keep the topic of the batches for longer"),
                java.util.Map.of());
    }
}
