package org.citybrain.gateway.folder;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.gateway.store.AtomicFiles;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.Tuple;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.wire.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * What was sent of one table, and the changes that a new file brings. The changes are written down as a plan before they
 * are sent: after a kill the same plan goes on, whatever the file has become.
 */
final class CsvTable {
    private final Path stateFile;
    private final Path rowsFile;
    private final Path planFile;

    /**
     * State of a table.
     *
     * @param digest of the file that was sent last
     * @param version number of that file, from 1
     * @param key the key column, null for whole rows
     */
    record State(String digest, long version, @Nullable String key, SchemaVersion schema) {}

    /** One change with the schema it follows: the old one for the end of a row of an older header. */
    record Change(ChangeRecord record, SchemaVersion schema) {}

    private record Plan(
            State next, @Nullable SchemaVersion before, List<byte[]> old, List<byte[]> records, List<byte[]> rows) {}

    CsvTable(Path folder, String slug) {
        stateFile = folder.resolve(slug + ".state");
        rowsFile = folder.resolve(slug + ".rows");
        planFile = folder.resolve(slug + ".plan");
    }

    @Nullable
    State state() throws IOException {
        return Files.exists(stateFile) ? WireJson.read(Files.readAllBytes(stateFile), State.class) : null;
    }

    /** Whether a plan was written and not yet finished. */
    boolean hasPlan() {
        return Files.exists(planFile);
    }

    /** Writes the plan that leads from what was sent to what the file holds; findings for repeated keys. */
    void plan(CsvReading reading, @Nullable String key, String place, long nowMicros, CsvFindings findings)
            throws IOException {
        State before = state();
        SchemaVersion schema = reading.schema(key);
        State next = new State(reading.digest(), before == null ? 1 : before.version() + 1, key, schema);
        List<List<String>> sent = before == null ? List.of() : rows();
        List<CsvReading.Row> rows = distinct(reading, schema, key, findings);
        List<byte[]> tuples =
                rows.stream().map(row -> Tuple.encode(row.values())).toList();
        boolean sameSchema = before != null && before.schema().fingerprint() == schema.fingerprint();
        List<byte[]> old = new ArrayList<>();
        if (before != null && !sameSchema) {
            for (List<String> row : sent) {
                old.add(ChangeRecord.of('d', nowMicros, place, before.schema(), nullable(row), null)
                        .encode());
            }
        }
        List<byte[]> records =
                differences(sameSchema ? sent : List.of(), rows, schema, place, nowMicros, before == null ? 'r' : 'c');
        write(new Plan(next, before == null ? null : before.schema(), old, records, tuples));
    }

    private static List<CsvReading.Row> distinct(
            CsvReading reading, SchemaVersion schema, @Nullable String key, CsvFindings findings) {
        if (key == null) {
            return reading.rows();
        }
        Set<List<String>> keys = new HashSet<>();
        List<CsvReading.Row> rows = new ArrayList<>();
        for (CsvReading.Row row : reading.rows()) {
            if (keys.add(keyOf(row.values(), schema))) {
                rows.add(row);
            } else {
                findings.duplicate(row.line(), key);
            }
        }
        return rows;
    }

    private static List<byte[]> differences(
            List<List<String>> sent,
            List<CsvReading.Row> rows,
            SchemaVersion schema,
            String place,
            long nowMicros,
            char newOp) {
        Map<List<String>, Deque<List<String>>> standing = byKey(sent, schema);
        List<byte[]> records = new ArrayList<>();
        for (CsvReading.Row row : rows) {
            List<String> values = row.values();
            Deque<List<String>> same = standing.get(keyOf(values, schema));
            List<String> was = same == null ? null : same.poll();
            String at = place + ":" + row.line();
            if (was == null) {
                records.add(ChangeRecord.of(newOp, nowMicros, at, schema, null, nullable(values))
                        .encode());
            } else if (!was.equals(values)) {
                records.add(ChangeRecord.of('u', nowMicros, at, schema, nullable(was), nullable(values))
                        .encode());
            }
        }
        for (Deque<List<String>> gone : standing.values()) {
            for (List<String> row : gone) {
                records.add(ChangeRecord.of('d', nowMicros, place, schema, nullable(row), null)
                        .encode());
            }
        }
        return records;
    }

    private static Map<List<String>, Deque<List<String>>> byKey(List<List<String>> rows, SchemaVersion schema) {
        Map<List<String>, Deque<List<String>>> map = new LinkedHashMap<>();
        rows.forEach(row -> map.computeIfAbsent(keyOf(row, schema), key -> new ArrayDeque<>(1))
                .add(row));
        return map;
    }

    private static List<@Nullable String> nullable(List<String> values) {
        return new ArrayList<@Nullable String>(values);
    }

    private static List<String> keyOf(List<String> row, SchemaVersion schema) {
        List<String> key = new ArrayList<>();
        for (int position : schema.keyPositions()) {
            key.add(row.get(position));
        }
        return key;
    }

    private void write(Plan plan) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            block(out, List.of(WireJson.write(plan.next())));
            block(out, plan.before() == null ? List.of() : List.of(WireJson.write(plan.before())));
            block(out, plan.old());
            block(out, plan.records());
            block(out, plan.rows());
        }
        AtomicFiles.write(planFile, bytes.toByteArray());
    }

    private Plan readPlan() throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(planFile)))) {
            State next = WireJson.read(block(in).getFirst(), State.class);
            List<byte[]> before = block(in);
            return new Plan(
                    next,
                    before.isEmpty() ? null : WireJson.read(before.getFirst(), SchemaVersion.class),
                    block(in),
                    block(in),
                    block(in));
        }
    }

    /** The state that the plan leads to. */
    State planned() throws IOException {
        return readPlan().next();
    }

    /** The plan's changes in order. */
    List<Change> changes() throws IOException {
        Plan plan = readPlan();
        List<Change> changes = new ArrayList<>();
        SchemaVersion before = plan.before();
        if (before != null) {
            plan.old().forEach(record -> changes.add(new Change(ChangeRecord.decode(record), before)));
        }
        plan.records()
                .forEach(record -> changes.add(
                        new Change(ChangeRecord.decode(record), plan.next().schema())));
        return changes;
    }

    /** All changes are acknowledged: the plan becomes the state. */
    void finish() throws IOException {
        Plan plan = readPlan();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(rows)) {
            block(out, plan.rows());
        }
        // a kill between these leaves the plan: it is gone through once more, as a replay
        AtomicFiles.write(rowsFile, rows.toByteArray());
        AtomicFiles.write(stateFile, WireJson.write(plan.next()));
        Files.delete(planFile);
    }

    @SuppressWarnings("NullAway") // values of CSV rows are never null
    private List<List<String>> rows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(rowsFile)))) {
            for (byte[] row : block(in)) {
                rows.add(List.copyOf(Tuple.decode(row)));
            }
        }
        return rows;
    }

    private static void block(DataOutputStream out, List<byte[]> items) throws IOException {
        out.writeInt(items.size());
        for (byte[] item : items) {
            out.writeInt(item.length);
            out.write(item);
        }
    }

    private static List<byte[]> block(DataInputStream in) throws IOException {
        List<byte[]> items = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            byte[] item = new byte[in.readInt()];
            in.readFully(item);
            items.add(item);
        }
        return items;
    }
}
