package org.citybrain.gateway.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citybrain.gateway.http.Crawl.Kind;
import org.citybrain.gateway.http.Crawl.Progress;
import org.citybrain.gateway.keyed.Delivery;
import org.citybrain.gateway.keyed.EntrySorter;
import org.citybrain.gateway.keyed.KeyedTable;
import org.citybrain.gateway.keyed.Outcome;
import org.citybrain.gateway.keyed.PlanSender;
import org.citybrain.kernel.time.Micros;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One table of an interface: what is due, crawled, judged and sent. A row is deleted when two whole listings, one after the
 * other, lack it: a page boundary that moves under the listing can hide a row once, not the same row twice.
 */
final class HttpTable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpTable.class);
    private static final int MOST_GONE = 200_000;
    private static final int FEW = 100;

    private final String resource;
    private final HttpDescription description;
    private final HttpDescription.Table table;
    private final KeyedTable keyed;
    private final Crawl crawl;
    private final Crawler crawler;
    private final RowReading rows;
    private final HttpFindings findings;
    private final Clock clock;
    private final Schedule schedule;
    private Set<ByteBuffer> missedOnce = Set.of();
    private boolean unknownOnce;

    HttpTable(
            String department,
            HttpDescription description,
            HttpDescription.Table table,
            Path folder,
            HttpDoor door,
            HttpFindings findings,
            Clock clock) {
        this.resource = department + "." + table.table();
        this.description = description;
        this.table = table;
        this.keyed = new KeyedTable(folder, table.table());
        this.crawl = new Crawl(folder, table.table());
        this.findings = findings;
        this.rows = new RowReading(table, findings);
        this.crawler = new Crawler(description, table, door, rows, findings, crawl);
        this.clock = clock;
        this.schedule = new Schedule(description, table);
    }

    String resource() {
        return resource;
    }

    /** Does what is due; returns whether anything was. */
    boolean turn(PlanSender sender) throws IOException, InterruptedException {
        sender.send(keyed, resource, table.table());
        Progress begun = begun();
        Kind kind =
                begun == null ? schedule.due(keyed.state() == null || isRetyped(), cursor().isEmpty()) : begun.kind();
        if (kind == null) {
            return false;
        }
        try {
            Progress progress = begun == null ? crawler.begin(kind, kind == Kind.SINCE ? since() : "") : begun;
            Progress read = crawler.run(progress);
            schedule.done(kind);
            use(read);
            crawl.end();
        } catch (BadAnswerException bad) {
            LOG.warn("{}: {}", resource, bad.getMessage());
            schedule.failed(kind);
        }
        findings.tell();
        sender.send(keyed, resource, table.table());
        return true;
    }

    /** A crawl of an earlier run; one after another description is dropped. */
    private @Nullable Progress begun() throws IOException {
        Progress begun = crawl.begun();
        if (begun != null && begun.fingerprint() != rows.schema().fingerprint()) {
            crawl.end();
            return null;
        }
        return begun;
    }

    private boolean isRetyped() throws IOException {
        KeyedTable.State state = keyed.state();
        return state != null && state.schema().fingerprint() != rows.schema().fingerprint();
    }

    private String cursor() throws IOException {
        KeyedTable.State state = keyed.state();
        return state == null ? "" : state.mark();
    }

    private String since() throws IOException {
        HttpDescription.Since since = table.since();
        return since == null ? "" : SourceTime.before(cursor(), since.reach());
    }

    /**
     * What a crawl is worth.
     *
     * @param complete whether no page is missing and the count is right
     * @param whole whether it was all that there is at one moment: then what it lacks may be gone
     */
    private record Verdict(boolean complete, boolean whole) {}

    private void use(Progress progress) throws IOException {
        try (EntrySorter sorter = keyed.sorter()) {
            crawl.into(sorter, progress);
            Verdict verdict = judge(progress, sorter.distinct() + progress.unknownKeys());
            boolean retyped = isRetyped();
            if (retyped && !(verdict.complete() && progress.kind() == Kind.FULL)) {
                // rows of the old description stand until all can be replaced
                schedule.fullAgain();
                return;
            }
            boolean deletes = verdict.whole() && progress.unknownKeys() == 0 && progress.kind() != Kind.SINCE;
            Set<ByteBuffer> gone = deletes && !retyped ? gone(progress, sorter) : Set.of();
            Outcome outcome = keyed.plan(
                    new Delivery(
                            rows.schema(),
                            mark(progress, verdict),
                            deletes,
                            key -> gone.contains(ByteBuffer.wrap(key)),
                            false,
                            crawler.place(progress.kind(), progress.page()),
                            Micros.now(clock),
                            entry -> {}),
                    sorter);
            lookForUnknown(progress, outcome);
            LOG.debug("{} {}: {}", resource, progress.kind(), outcome);
        }
    }

    /** A total that moved while it was read is no lie, but proves nothing. */
    private Verdict judge(Progress progress, long arrived) {
        boolean told = progress.lastTotal() >= 0;
        long low = Math.min(progress.firstTotal(), progress.lastTotal());
        long high = Math.max(progress.firstTotal(), progress.lastTotal());
        boolean counted = !told || arrived >= low && arrived <= high;
        if (!counted && !progress.broken()) {
            findings.count(arrived, progress.lastTotal(), crawler.place(progress.kind(), progress.page() - 1));
        }
        boolean complete = counted && !progress.broken();
        boolean whole = complete && (!told || low == high);
        if (whole) {
            findings.whole();
        }
        return new Verdict(complete, whole);
    }

    /** The cursor goes on only behind a crawl from which nothing is missing. */
    private String mark(Progress progress, Verdict verdict) throws IOException {
        if (progress.kind() == Kind.KEYS || !verdict.complete() || table.since() == null) {
            return cursor();
        }
        String reached = progress.time().isEmpty() ? progress.newest() : progress.time();
        return reached.isEmpty() ? cursor() : reached;
    }

    private Set<ByteBuffer> gone(Progress progress, EntrySorter sorter) throws IOException {
        List<byte[]> absent = keyed.absent(sorter, MOST_GONE);
        Set<ByteBuffer> missed = new HashSet<>();
        absent.forEach(key -> missed.add(ByteBuffer.wrap(key)));
        Set<ByteBuffer> gone = new HashSet<>(missed);
        gone.retainAll(missedOnce);
        missedOnce = missed;
        long standing = missed.size() > FEW ? keyed.standing() : 0;
        if (missed.size() > FEW && missed.size() * 2L > standing && !description.allowsMassDeletion()) {
            findings.massDeletion(missed.size(), standing, crawler.place(progress.kind(), progress.page() - 1));
            return Set.of();
        }
        if (!missed.isEmpty() && gone.size() < missed.size()) {
            schedule.listAgain();
        }
        return gone;
    }

    /** Keys without a row are new rows that the next question brings; if they stay, everything is read again. */
    private void lookForUnknown(Progress progress, Outcome outcome) {
        if (progress.kind() == Kind.FULL) {
            unknownOnce = false;
        } else if (progress.kind() == Kind.KEYS && outcome.unknown() > 0) {
            if (unknownOnce) {
                schedule.fullAgain();
            }
            unknownOnce = !unknownOnce;
            schedule.changesNow();
        }
    }
}
