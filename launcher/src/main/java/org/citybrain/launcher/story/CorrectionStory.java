package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** A wrong value goes to the department that tells it; the department's own change closes the correction. */
public final class CorrectionStory implements Story {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int SKIP = 2;

    @Override
    public String name() {
        return "correction";
    }

    @Override
    public String title() {
        return "校核送达来源, 来源改正即办结 · a correction reaches the source, the source's change closes it";
    }

    @Override
    public void walk(Walk walk) {
        RegistryDoor registry = new RegistryDoor(walk);
        RegistryDoor.Person person = registry.latest(1, SKIP).getFirst();
        walk.await("已归一 resolved", SOON, () -> registry.find(person.ref()));
        String right = person.name() + "正";
        String path = "/api/registry/persons/" + person.ref() + "/corrections";

        String id = registry.steward()
                .post(path, Map.of("field", "name", "wanted", right, "reason", "本人持证更正"))
                .path("id")
                .asText();
        walk.expect("先按校核值 the right value stands at once", right, RegistryDoor.name(registry.read(person.ref(), "")));
        walk.awaitSame("已写入部门库 it is in the department's own table", SOON, "RECEIVED", () -> state(registry, path, id));

        String row = registry.police().value("select row_key from citybrain_correction where id = ?", id);
        walk.expect("指向来源的那一行 it names the source's row", person.row(), row);
        registry.rename(person, right);
        walk.awaitSame("来源改正即办结 closed by the source's change", SOON, "ACCEPTED", () -> state(registry, path, id));
        walk.expect("回到来源的值 the source tells it now", right, RegistryDoor.name(registry.read(person.ref(), "")));
        registry.rename(person, person.name());
    }

    private static String state(RegistryDoor registry, String path, String id) {
        for (JsonNode correction : registry.steward().get(path + "?" + RegistryDoor.WHY)) {
            if (correction.path("id").asText().equals(id)) {
                return correction.path("state").asText();
            }
        }
        return "none";
    }
}
