package org.citybrain.gateway.folder;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.citybrain.gateway.keyed.Delivery;
import org.citybrain.gateway.keyed.EntrySorter;
import org.citybrain.gateway.keyed.KeyedTable;
import org.citybrain.gateway.keyed.Outcome;
import org.citybrain.gateway.keyed.PlanSender;
import org.citybrain.gateway.source.Announcer;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.time.Micros;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one file into one table: reads, compares, tells findings, sends. */
final class TableFeed {
    private static final Logger LOG = LoggerFactory.getLogger(TableFeed.class);

    private final String resource;
    private final KeyedTable table;
    private final PlanSender sender;
    private final Announcer announcer;
    private final Clock clock;

    TableFeed(String resource, KeyedTable table, PlanSender sender, Announcer announcer, Clock clock) {
        this.resource = resource;
        this.table = table;
        this.sender = sender;
        this.announcer = announcer;
        this.clock = clock;
    }

    String resource() {
        return resource;
    }

    /** The mark of the last delivery, null before the first. */
    @Nullable
    String mark() throws IOException {
        KeyedTable.State state = table.state();
        return state == null ? null : state.mark();
    }

    /** Sends what an earlier run had planned. */
    void goOn(String comment) throws IOException, InterruptedException {
        sender.send(table, resource, comment);
    }

    /** Takes a file that nobody described: its first line names the fields, all of them texts. */
    void takePlain(Spool spool, String name) throws IOException, InterruptedException {
        KeyedTable.State state = table.state();
        if (state != null && state.mark().equals(spool.digest())) {
            announcer.schema(resource, state.schema(), name);
            return;
        }
        DeliveredFile file = new DeliveredFile(spool, name);
        String key = key(file, state);
        take(file, null, null, columns -> RowShape.plain(columns, key), spool.digest());
    }

    // the key stays what it was while its column is there
    private static @Nullable String key(DeliveredFile file, KeyedTable.@Nullable State state) {
        KeyGuess guess = new KeyGuess();
        file.read(null, new FileFindings(file.name()), guess);
        String was = state == null
                ? null
                : state.schema().fields().stream()
                        .filter(FieldSpec::key)
                        .map(FieldSpec::name)
                        .findFirst()
                        .orElse(null);
        boolean keeps = state != null && (was == null || guess.columns().contains(was));
        return keeps ? was : guess.key();
    }

    /** Takes a declared file: all rows of the table, or with an operation the changes since the last file. */
    void takeDeclared(
            Spool spool,
            String name,
            FolderDescription.Table declared,
            FolderDescription.@Nullable Operation operation,
            String mark)
            throws IOException, InterruptedException {
        FileFindings findings = new FileFindings(name);
        DeliveredFile file = new DeliveredFile(spool, name);
        take(
                file,
                declared,
                operation,
                columns -> RowShape.declared(declared, operation, columns, findings),
                mark,
                findings);
    }

    private void take(
            DeliveredFile file,
            FolderDescription.@Nullable Table declared,
            FolderDescription.@Nullable Operation operation,
            Function<List<String>, @Nullable RowShape> shapes,
            String mark)
            throws IOException, InterruptedException {
        take(file, declared, operation, shapes, mark, new FileFindings(file.name()));
    }

    private void take(
            DeliveredFile file,
            FolderDescription.@Nullable Table declared,
            FolderDescription.@Nullable Operation operation,
            Function<List<String>, @Nullable RowShape> shapes,
            String mark,
            FileFindings findings)
            throws IOException, InterruptedException {
        try (EntrySorter entries = table.sorter()) {
            FileDelivery rows = new FileDelivery(shapes, entries, findings);
            boolean read = file.read(declared, findings, rows);
            RowShape shape = rows.shape();
            if (shape != null && (read || entries.count() > 0)) {
                boolean keepsAbsent = rows.hasUnknownKeys() || !read;
                plan(file, shape, operation == null, keepsAbsent, mark, entries, findings);
            }
        }
        if (!findings.all().isEmpty()) {
            announcer.findings(resource, findings.all());
        }
        sender.send(table, resource, file.name());
    }

    private void plan(
            DeliveredFile file,
            RowShape shape,
            boolean whole,
            boolean keepsAbsent,
            String mark,
            EntrySorter entries,
            FileFindings findings)
            throws IOException {
        Outcome outcome = table.plan(
                new Delivery(
                        shape.schema(),
                        mark,
                        whole,
                        key -> !keepsAbsent,
                        whole,
                        file.name(),
                        Micros.now(clock),
                        entry -> {
                            if (whole) {
                                findings.duplicate(line(entry.place()), shape.keyName());
                            }
                        }),
                entries);
        if (outcome.withheld() > 0) {
            findings.withheld(outcome.withheld());
        }
        LOG.info(
                "Took {} as {}: {}, {} findings",
                file.name(),
                resource,
                outcome,
                findings.all().size());
    }

    private static int line(String place) {
        return Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
    }
}
