package org.citybrain.platform.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Goes over every entry and anchor and says where the chain is broken. */
@Service
public class Verification {

    private static final int MOST_FAULTS = 50;

    private final JdbcClient db;
    private final JsonMapper json;

    Verification(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What was checked and what does not hold, at most fifty places. */
    public record Report(boolean holds, long entries, long writers, long anchors, List<String> faults) {}

    /** Checks the whole trail as of one moment. */
    @Transactional(readOnly = true)
    public Report verify() {
        Walk walk = new Walk();
        db.sql("""
                        select writer, sequence, at, actor, event, subject, details, previous, hash from audit.entry
                        order by writer, sequence""").withFetchSize(1_000).query(walk::entry);
        AnchorWalk anchors = new AnchorWalk(walk.faults);
        db.sql("select sequence, at, heads, previous, hash from audit.anchor order by sequence")
                .query(anchors::anchor);
        List<String> faults = walk.faults.subList(0, Math.min(walk.faults.size(), MOST_FAULTS));
        return new Report(faults.isEmpty(), walk.entries, walk.writers, anchors.count, List.copyOf(faults));
    }

    /** Follows each writer's chain in turn. */
    private static final class Walk {

        private final List<String> faults = new ArrayList<>();
        private @Nullable String writer;
        private long sequence;
        private byte[] hash = Link.NOTHING;
        private long entries;
        private long writers;

        void entry(ResultSet row) throws SQLException {
            String of = row.getString("writer");
            if (!of.equals(writer)) {
                writer = of;
                writers++;
                sequence = 0;
                hash = Link.NOTHING;
            }
            entries++;
            long number = row.getLong("sequence");
            byte[] stored = row.getBytes("hash");
            byte[] expected = Link.entry(
                    row.getBytes("previous"),
                    of,
                    number,
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    row.getString("event"),
                    row.getString("subject"),
                    row.getString("details"));
            if (number != sequence + 1 || !Arrays.equals(row.getBytes("previous"), hash)) {
                faults.add(of + "/" + number + ": an entry before it is missing or altered");
            } else if (!Arrays.equals(stored, expected)) {
                faults.add(of + "/" + number + ": the entry is altered");
            }
            sequence = number;
            hash = stored;
        }
    }

    /** Follows the anchors and looks for each head they name. */
    private final class AnchorWalk {

        private final List<String> faults;
        private byte[] hash = Link.NOTHING;
        private long count;

        AnchorWalk(List<String> faults) {
            this.faults = faults;
        }

        void anchor(ResultSet row) throws SQLException {
            count++;
            long sequence = row.getLong("sequence");
            Instant at = row.getTimestamp("at").toInstant();
            String heads = row.getString("heads");
            byte[] stored = row.getBytes("hash");
            boolean linked = sequence == count && Arrays.equals(row.getBytes("previous"), hash);
            if (!linked || !Arrays.equals(stored, Link.anchor(hash, sequence, at, heads))) {
                faults.add("anchor " + sequence + " is altered or one before it is missing");
            }
            hash = stored;
            Map<String, String> named = json.readValue(heads, new TypeReference<Map<String, String>>() {});
            named.forEach((writer, head) -> head(sequence, writer, head));
        }

        private void head(long anchor, String writer, String head) {
            int colon = head.indexOf(':');
            long found = db.sql("select count(*) from audit.entry where writer = ? and sequence = ? and hash = ?")
                    .params(
                            writer,
                            Long.parseLong(head.substring(0, colon)),
                            HexFormat.of().parseHex(head.substring(colon + 1)))
                    .query(Long.class)
                    .single();
            if (found == 0) {
                faults.add(
                        "anchor " + anchor + " names " + writer + "/" + head.substring(0, colon) + ", which is gone");
            }
        }
    }
}
