package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** Two persons are merged by a steward and parted again; what was so and what was known on an earlier day stays told. */
public final class MergeStory implements Story {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public String title() {
        return "两人归并再撤销, 历史可查, 台账可见 · two persons merged and parted, any day asked for, the ledger tells";
    }

    @Override
    public void walk(Walk walk) {
        RegistryDoor registry = new RegistryDoor(walk);
        List<RegistryDoor.Person> two = registry.latest(2, 0);
        RegistryDoor.Person first = two.getFirst();
        RegistryDoor.Person second = two.getLast();
        JsonNode before = walk.await("已归一 resolved", SOON, () -> registry.find(first.ref()));
        JsonNode other = walk.await("已归一 resolved", SOON, () -> registry.find(second.ref()));
        merge(walk, registry, before, other);
        days(walk, registry, first);
        ledger(walk, registry, second);
    }

    private static void merge(Walk walk, RegistryDoor registry, JsonNode before, JsonNode other) {
        String a = before.path("ref").asText();
        String b = other.path("ref").asText();
        long ruling = registry.steward()
                .post("/api/registry/merges", Map.of("a", a, "b", b, "reason", "演示归并"))
                .path("ruling")
                .asLong();
        JsonNode merged = registry.read(b, "");
        walk.expect("两个编号同指一人 both ids lead to one person", registry.read(a, "").path("ref"), merged.path("ref"));
        walk.expect(
                "记录一条不少 no record lost",
                before.path("records").size() + other.path("records").size(),
                merged.path("records").size());
        registry.steward().send("/api/registry/rulings/" + ruling + "/undo", Map.of("reason", "演示撤销"));
        walk.expect(
                "撤销后各归其号 after the undo each has its own id",
                b,
                registry.read(b, "").path("ref").asText());
        walk.expect(
                "记录各归其人 and its own records",
                other.path("records"),
                registry.read(b, "").path("records"));
    }

    private static void days(Walk walk, RegistryDoor registry, RegistryDoor.Person person) {
        String before = RegistryDoor.name(registry.read(person.ref(), ""));
        Instant then = Instant.now();
        String renamed = person.name() + "改";
        registry.rename(person, renamed);
        walk.awaitSame(
                "改名已知 the new name is known", SOON, renamed, () -> RegistryDoor.name(registry.read(person.ref(), "")));
        walk.expect("按当时已知 as known then", before, registry.nameAt(person.ref(), "asKnown", then));
        walk.expect("按当时事实 as of then", before, registry.nameAt(person.ref(), "asOf", then));
        registry.rename(person, person.name());
    }

    private static void ledger(Walk walk, RegistryDoor registry, RegistryDoor.Person person) {
        Instant reading = Instant.now();
        registry.read(person.ref(), "");
        walk.await(
                "台账 5 秒内可见 the ledger tells within 5 s",
                FIVE_SECONDS,
                () -> Cases.rows(registry.steward().get("/api/registry/persons/" + person.ref() + "/reads")).stream()
                        .filter(read -> read.path("kind").asText().equals("SINGLE")
                                && Instant.parse(read.path("at").asText()).isAfter(reading))
                        .findFirst());
    }
}
