package org.citybrain.platform.audit.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Ties the writers' chains together: every few minutes the last hash of each is written into one chain of anchors. */
@Service
class Anchors {

    private static final Logger log = LoggerFactory.getLogger(Anchors.class);

    private final JdbcClient db;
    private final JsonMapper json;
    private final TransactionTemplate transactions;
    private final Clock clock = Clock.systemUTC();

    Anchors(JdbcClient db, JsonMapper json, TransactionTemplate transactions) {
        this.db = db;
        this.json = json;
        this.transactions = transactions;
    }

    private record Last(long sequence, byte[] hash, String heads) {}

    @Scheduled(initialDelay = 20_000, fixedDelay = 300_000)
    void anchor() {
        try {
            transactions.executeWithoutResult(status -> write());
        } catch (DataAccessException e) {
            log.warn("the audit chains are not anchored now and will be later", e);
        }
    }

    private void write() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('audit.anchor', 14))")
                .query(rows -> {});
        Map<String, String> heads = new TreeMap<>();
        db.sql("""
                        select distinct on (writer) writer, sequence, hash from audit.entry
                        order by writer, sequence desc""").query(row -> {
            heads.put(
                    row.getString("writer"),
                    row.getLong("sequence") + ":" + HexFormat.of().formatHex(row.getBytes("hash")));
        });
        String text = json.writeValueAsString(heads);
        Last last = last().orElse(new Last(0, Link.NOTHING, ""));
        if (heads.isEmpty() || text.equals(last.heads())) {
            return;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long sequence = last.sequence() + 1;
        db.sql("insert into audit.anchor (sequence, at, heads, previous, hash) values (?, ?, ?, ?, ?)")
                .params(sequence, Timestamp.from(at), text, last.hash(), Link.anchor(last.hash(), sequence, at, text))
                .update();
    }

    private Optional<Last> last() {
        return db.sql("select sequence, hash, heads from audit.anchor order by sequence desc limit 1")
                .query((row, index) -> new Last(row.getLong("sequence"), row.getBytes("hash"), row.getString("heads")))
                .optional();
    }
}
