package org.citybrain.platform.process.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.process.Tasks.TaskCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of tasks, written in the transaction that moves the engine. */
@Repository
class TaskStore {
    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TaskRecord task) {
        jdbc.sql("""
                insert into process.task (id, case_id, kind, title, form, role, place, state, created_city, due_city)
                values (:id, :case, :kind, :title::jsonb, :form, :role, :place, 'OPEN', :city, :due)
                on conflict do nothing""")
                .param("id", task.id())
                .param("case", task.caseId())
                .param("kind", task.kind())
                .param("title", Columns.write(task.title()))
                .param("form", task.form())
                .param("role", task.role())
                .param("place", task.place())
                .param("city", Timestamp.from(task.createdCity()))
                .param("due", stamp(task.dueCity()))
                .update();
    }

    Optional<TaskRecord> find(String id) {
        return jdbc.sql("select * from process.task where id = :id")
                .param("id", id)
                .query(TaskStore::map)
                .optional();
    }

    /** The task, locked until this transaction ends: of two who complete it one waits and finds it done. */
    Optional<TaskRecord> lock(String id) {
        return jdbc.sql("select * from process.task where id = :id for update")
                .param("id", id)
                .query(TaskStore::map)
                .optional();
    }

    List<TaskRecord> list(Caller caller, String state, Instant doneSince, int limit) {
        return jdbc.sql("""
                select * from process.task
                where state = :state and (done_city is null or done_city >= :since) and role in (:roles) and place like :region || '%'
                order by case when state = 'OPEN' then due_city end nulls last, created_at desc limit :limit""")
                .param("state", state)
                .param("since", Timestamp.from(doneSince))
                .param("roles", roles(caller))
                .param("region", caller.region())
                .param("limit", limit)
                .query(TaskStore::map)
                .list();
    }

    TaskCounts count(Caller caller, Instant now, Instant dayStart, Instant dayEnd) {
        return jdbc.sql("""
                select count(*) filter (where state = 'OPEN') as open,
                       count(*) filter (where state = 'OPEN' and due_city < :now) as overdue,
                       count(*) filter (where state = 'OPEN' and due_city >= :now and due_city < :end) as due_today,
                       count(*) filter (where state = 'DONE' and done_city >= :start) as done_today
                from process.task where role in (:roles) and place like :region || '%'""")
                .param("now", Timestamp.from(now))
                .param("start", Timestamp.from(dayStart))
                .param("end", Timestamp.from(dayEnd))
                .param("roles", roles(caller))
                .param("region", caller.region())
                .query((rs, row) -> new TaskCounts(
                        rs.getLong("open"), rs.getLong("overdue"), rs.getLong("due_today"), rs.getLong("done_today")))
                .single();
    }

    List<TaskRecord> ofCase(String caseId) {
        return jdbc.sql("select * from process.task where case_id = :case order by created_at")
                .param("case", caseId)
                .query(TaskStore::map)
                .list();
    }

    List<TaskRecord> createdAfter(Instant after, int limit) {
        return jdbc.sql("select * from process.task where created_at > :after order by created_at limit :limit")
                .param("after", Timestamp.from(after))
                .param("limit", limit)
                .query(TaskStore::map)
                .list();
    }

    void done(String id, String login, Map<String, Object> answers, Instant city) {
        jdbc.sql("""
                update process.task set state = 'DONE', done_at = clock_timestamp(), done_city = :city, done_by = :by,
                    answers = :answers::jsonb where id = :id""")
                .param("city", Timestamp.from(city))
                .param("by", login)
                .param("answers", Columns.write(answers))
                .param("id", id)
                .update();
    }

    int withdrawOfCase(String caseId) {
        return jdbc.sql("update process.task set state = 'WITHDRAWN' where case_id = :case and state = 'OPEN'")
                .param("case", caseId)
                .update();
    }

    private static List<String> roles(Caller caller) {
        return caller.roles().isEmpty()
                ? List.of("")
                : caller.roles().stream().map(Role::name).toList();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static TaskRecord map(ResultSet rs, int row) throws SQLException {
        return new TaskRecord(
                rs.getString("id"),
                rs.getString("case_id"),
                rs.getString("kind"),
                Columns.text(rs, "title"),
                rs.getString("form"),
                rs.getString("role"),
                rs.getString("place"),
                rs.getString("state"),
                Columns.instant(rs, "created_at"),
                Columns.instant(rs, "created_city"),
                Columns.findInstant(rs, "due_city"),
                Columns.findInstant(rs, "done_at"),
                rs.getString("done_by"),
                Columns.map(rs, "answers"));
    }
}
