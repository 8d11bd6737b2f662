package org.citybrain.platform.process.internal;

import java.util.Optional;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.process.Tasks.Attachment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What clients sent, each client id once, and the files they sent with it. */
@Repository
class SubmissionStore {
    /** Largest attachment in bytes. */
    static final int LARGEST = 2_000_000;

    private final JdbcClient jdbc;

    SubmissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The task for which the client id was taken. */
    Optional<String> find(String clientId) {
        return jdbc.sql("select task_id from process.submission where client_id = ?")
                .param(clientId)
                .query(String.class)
                .optional();
    }

    void insert(String clientId, String taskId, String login) {
        jdbc.sql("insert into process.submission (client_id, task_id, login) values (?, ?, ?)")
                .params(clientId, taskId, login)
                .update();
    }

    void attach(TaskRecord task, Attachment attachment, String login) {
        jdbc.sql("""
                insert into process.attachment (id, case_id, task_id, name, media_type, bytes, added_by)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        attachment.id(),
                        task.caseId(),
                        task.id(),
                        attachment.name(),
                        attachment.mediaType(),
                        attachment.bytes(),
                        login)
                .update();
    }
}
