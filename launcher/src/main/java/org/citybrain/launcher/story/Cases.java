package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.citybrain.launcher.door.Door;

/** Reads cases, to-dos and alerts through a door. */
record Cases(Door door) {

    private static final int LATEST = 500;

    /** The case of a subject, the newest if there are several. */
    Optional<JsonNode> find(String subject) {
        return rows(door.get("/api/cases?limit=" + LATEST)).stream()
                .filter(row -> row.toString().contains(subject))
                .findFirst()
                .map(row -> get(id(row)));
    }

    JsonNode get(String caseId) {
        return door.get("/api/cases/" + caseId);
    }

    /** The open to-do of a case for the account behind the door. */
    Optional<JsonNode> findTodo(String caseId) {
        return rows(door.get("/api/todos?state=open")).stream()
                .filter(row -> row.path("caseId").asText().equals(caseId))
                .findFirst();
    }

    List<JsonNode> alerts() {
        return rows(door.get("/api/alerts?limit=" + LATEST));
    }

    static String id(JsonNode row) {
        return row.hasNonNull("id")
                ? row.path("id").asText()
                : row.path("caseId").asText();
    }

    /** The rows of a list answer, which is an array or an object with `rows`. */
    static List<JsonNode> rows(JsonNode answer) {
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
