package org.citybrain.platform.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.platform.access.Caller;

/** The door to the work of people. */
public interface Tasks {
    Optional<TaskRecord> find(String taskId);

    /** The tasks an officer may do, in the given state, oldest due first; done ones of the city day only; at most {@code limit}. */
    List<TaskRecord> list(Caller caller, String state, int limit);

    /** What there is to fill in for a task, with proposed values; empty for an unknown task. */
    Optional<Worksheet> findWorksheet(String taskId);

    /** How many are open, overdue, due until the end of the city day, and done today (city day). */
    TaskCounts count(Caller caller);

    List<TaskRecord> ofCase(String caseId);

    /** Open or done tasks created after that machine time, oldest first; every role and place. */
    List<TaskRecord> createdAfter(Instant after, int limit);

    /**
     * Completes a task once per client id: the same client id again answers as before.
     *
     * @throws org.citybrain.platform.problem.Refusal by {@link ProcessProblem} when the officer may not, the task is over, or the answers are wrong
     */
    Completion complete(Caller caller, String taskId, String clientId, Map<String, Object> answers);

    /** Keeps a picture or a recording with its task, at most 2,000,000 bytes; the same id again is ignored. */
    void attach(Caller caller, String taskId, Attachment attachment);

    /** Figures over an officer's tasks. */
    record TaskCounts(long open, long overdue, long dueToday, long doneToday) {}

    /** What completing did: repeated is true when this client id had been taken before. */
    record Completion(String taskId, String caseId, boolean repeated) {}

    /**
     * A form with what is known beforehand.
     *
     * @param schema JSON Schema of the answers; {@code ui} order, labels and widgets by field
     * @param prefill proposed value of a field with the source a page can open
     */
    record Worksheet(String form, JsonNode schema, JsonNode ui, Map<String, Prefilled> prefill) {}

    /** A proposed value: a number, a truth value or text, masked where private. */
    record Prefilled(Object value, String source) {}

    /** A file that belongs to a task. */
    record Attachment(String id, String name, String mediaType, byte[] bytes) {}
}
