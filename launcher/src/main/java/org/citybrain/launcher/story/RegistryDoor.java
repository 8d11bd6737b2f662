package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.Officer;
import org.citybrain.launcher.walk.Walk;
import org.jspecify.annotations.Nullable;

/** The registry of persons as the steward uses it, and the register at the police from which its persons come. */
final class RegistryDoor {
    static final String WHY = "purpose=" + encoded("演示核验") + "&legalBasis=" + encoded("政务数据共享条例");

    private final Officer steward;
    private final DepartmentDatabase police;
    private final OpaqueIds ids;

    RegistryDoor(Walk walk) {
        steward = walk.officer("steward");
        police = walk.department("public_security");
        ids = new OpaqueIds(walk.config().get("opaque.key"), walk.config().get("city.node"));
    }

    /** A registered person: row number, name, opaque id. */
    record Person(String row, String name, String ref) {}

    /** The latest registered persons with a valid number: no other story uses them. */
    List<Person> latest(int number, int skip) {
        List<Map<String, @Nullable String>> rows = police.query(
                "select person_no, name, id_number from person where length(id_number) = 18 and died_on is null"
                        + " order by person_no desc limit ? offset ?",
                number,
                skip);
        return rows.stream()
                .map(row -> new Person(
                        String.valueOf(row.get("person_no")),
                        String.valueOf(row.get("name")),
                        ids.person(String.valueOf(row.get("id_number")))))
                .toList();
    }

    void rename(Person person, String name) {
        police.execute(
                "update person set name = ?, updated_at = localtimestamp where person_no = ?",
                name,
                Long.parseLong(person.row));
    }

    /** The record, unmasked; empty until resolve has taken the police's row. */
    Optional<JsonNode> find(String ref) {
        JsonNode found = read(ref, "");
        for (JsonNode record : found.path("records")) {
            if (record.path("resource").asText().equals("public_security.person")) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    JsonNode read(String ref, String more) {
        return steward.get("/api/registry/persons/" + ref + "?" + WHY + "&unmask=true" + more);
    }

    /** The name as of a moment and as known at a moment. */
    String nameAt(String ref, String parameter, Instant at) {
        return name(read(ref, "&" + parameter + "=" + encoded(at.toString())));
    }

    static String name(JsonNode person) {
        for (JsonNode field : person.path("fields")) {
            if (field.path("field").asText().equals("name")) {
                return field.path("value").asText();
            }
        }
        return "";
    }

    Officer steward() {
        return steward;
    }

    DepartmentDatabase police() {
        return police;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
