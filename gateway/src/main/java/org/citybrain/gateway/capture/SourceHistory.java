package org.citybrain.gateway.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.citybrain.gateway.store.AtomicFiles;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.wire.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a source is still the database that it was. The gateway numbers its visits in the source itself, in the
 * comment of its publication, and remembers the number, the cluster, the timeline and the end of the log: a database that
 * was restored from a backup has an older number, whatever was written to it since.
 */
final class SourceHistory {
    private static final String WORD = "citybrain ";

    private final Path file;
    private @Nullable Seen last;

    /**
     * The source as it was seen.
     *
     * @param system number of the database cluster
     * @param timeline changes when a cluster is brought back to a moment or a standby takes over
     * @param logEnd end of the log that was safe on disk
     * @param visit number of the last visit
     */
    record Seen(String system, String timeline, long logEnd, long visit) {}

    SourceHistory(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                last = WireJson.read(Files.readAllBytes(file), Seen.class);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
    }

    /** Why the source is not the one that was seen last; empty where it is, or where none was seen. */
    Optional<Bilingual> brokenBy(SourceServer server) throws SQLException {
        Seen then = last;
        if (then == null) {
            return Optional.empty();
        }
        Seen now = now(server);
        if (!now.system().equals(then.system())) {
            return Optional.of(new Bilingual("数据库集群已更换", "the database cluster is another one"));
        }
        if (!now.timeline().equals(then.timeline())) {
            return Optional.of(new Bilingual(
                    "日志时间线由 " + then.timeline() + " 变为 " + now.timeline(),
                    "the log's timeline was " + then.timeline() + " and is " + now.timeline()));
        }
        if (now.logEnd() < then.logEnd()) {
            return Optional.of(new Bilingual(
                    "日志末端由 " + lsn(then.logEnd()) + " 退回到 " + lsn(now.logEnd()),
                    "the log ended at " + lsn(then.logEnd()) + " and ends at " + lsn(now.logEnd())));
        }
        // a kill may have come between the number's writing there and its remembering here
        if (now.visit() != then.visit() && now.visit() != then.visit() + 1) {
            return Optional.of(new Bilingual(
                    "库内的到访记号为第 " + now.visit() + " 次，网关记得第 " + then.visit() + " 次",
                    "the mark in the database is of visit " + now.visit() + ", the gateway remembers " + then.visit()));
        }
        return Optional.empty();
    }

    /** Numbers the next visit, there and here. */
    void visit(SourceServer server) throws SQLException {
        long visit = Math.max(now(server).visit(), last == null ? 0 : last.visit()) + 1;
        server.comment(WORD + visit);
        Seen seen = now(server);
        AtomicFiles.write(file, WireJson.write(seen));
        last = seen;
    }

    private static Seen now(SourceServer server) throws SQLException {
        String comment = server.comment();
        long visit = comment.startsWith(WORD) ? Long.parseLong(comment.substring(WORD.length())) : 0;
        return new Seen(server.system(), server.timeline(), server.logEnd(), visit);
    }

    private static String lsn(long place) {
        return Long.toHexString(place >>> 32).toUpperCase(java.util.Locale.ROOT) + "/"
                + Long.toHexString(place & 0xffffffffL).toUpperCase(java.util.Locale.ROOT);
    }
}
