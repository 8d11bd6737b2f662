package org.citybrain.platform.desk.internal;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What phones sent, by client id; the last word on an item counts. */
@Repository
class SyncStore {
    private final JdbcClient jdbc;

    SyncStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Sent sent) {
        jdbc.sql("""
                insert into desk.sync (client_id, login, task_id, verdict, detail, done_at, position)
                values (:client, :login, :task, :verdict, :detail, :done, :position::jsonb)
                on conflict (client_id) do update set verdict = excluded.verdict, detail = excluded.detail,
                    synced_at = clock_timestamp() where desk.sync.verdict <> 'DONE'""")
                .param("client", sent.clientId())
                .param("login", sent.login())
                .param("task", sent.taskId())
                .param("verdict", sent.verdict())
                .param("detail", sent.detail())
                .param("done", stamp(sent.doneAt()))
                .param("position", sent.position())
                .update();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** An item as it came, with what became of it; the position is JSON. */
    record Sent(
            String clientId,
            String login,
            String taskId,
            String verdict,
            @Nullable String detail,
            @Nullable Instant doneAt,
            @Nullable String position) {}
}
