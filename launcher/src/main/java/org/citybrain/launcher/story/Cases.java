package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.citybrain.launcher.door.Door;
import org.citybrain.launcher.walk.Walk;

/** Reads cases and to-dos: an officer sees those of the own region, `everywhere` knows which household has which case. */
public record Cases(Door door, Door everywhere) {

    private static final int MOST = 500;

    /** Cases as the account sees them. */
    static Cases of(Walk walk, String login) {
        return new Cases(walk.officer(login), walk.machine());
    }

    /** The case of a subject, the newest if there are several. */
    Optional<JsonNode> find(String subject) {
        return rows(everywhere.get("/api/todos/since?after=0")).stream()
                .filter(task -> task.path("subjectRef").asText().equals(subject))
                .map(task -> task.path("caseId").asText())
                .reduce((first, second) -> second)
                .map(this::get);
    }

    JsonNode get(String caseId) {
        return door.get("/api/cases/" + caseId);
    }

    /** The open to-do of a case for the account behind the door. */
    Optional<JsonNode> findTodo(String caseId) {
        return rows(door.get("/api/todos?state=open&size=" + MOST)).stream()
                .filter(row -> row.path("caseId").asText().equals(caseId))
                .findFirst();
    }

    List<JsonNode> alerts() {
        return rows(door.get("/api/alerts?size=" + MOST));
    }

    static String id(JsonNode page) {
        return page.path("id").asText();
    }

    /** The rows of a list answer, which is an array or an object with `rows`. */
    public static List<JsonNode> rows(JsonNode answer) {
        JsonNode rows = answer.isArray() ? answer : answer.path("rows");
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    /** Every value below the node that stands under the key. */
    static List<String> valuesOf(JsonNode node, String key) {
        List<String> values = new ArrayList<>();
        node.findValues(key).stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .distinct()
                .forEach(values::add);
        return values;
    }
}
