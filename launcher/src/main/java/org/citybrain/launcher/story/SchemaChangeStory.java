package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** A column that appears, changes its type or goes at the source parks that resource alone until the new version is accepted. */
public final class SchemaChangeStory implements Story {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration FIRST_LOAD = Duration.ofSeconds(120);
    private static final String RESOURCE = "civil_affairs.assistance";
    private static final String OTHER = "civil_affairs.transfer_income";

    @Override
    public String name() {
        return "schema-change";
    }

    @Override
    public String title() {
        return "源表加列、改类型、删列: 暂停、确认、恢复 · a column added, retyped, dropped: parked, accepted, resumed";
    }

    @Override
    public void walk(Walk walk) {
        walk.awaitSame(
                "首批数据已在流动 the first load flows",
                FIRST_LOAD,
                true,
                () -> hasLane(walk, RESOURCE) && hasLane(walk, OTHER));
        change(
                walk,
                "加列 added",
                "alter table assistance add column approved_by varchar(40), add column note_text text");
        change(walk, "改类型 retyped", "alter table assistance alter column approved_by type text");
        change(walk, "删列 dropped", "alter table assistance drop column approved_by");
    }

    private static void change(Walk walk, String what, String alteration) {
        DepartmentDatabase civil = walk.department("civil_affairs");
        long before = rows(walk, RESOURCE);
        civil.execute(alteration);
        civil.execute(
                "insert into assistance (assistance_no, id_number, household_no, kind, monthly_amount, started_on,"
                        + " updated_at) select greatest(max(assistance_no), 9500000000) + 1, min(id_number),"
                        + " min(household_no), '临时', 100.00, current_date, localtimestamp from assistance");
        walk.awaitSame(
                what + ": 该资源暂停 the resource is parked",
                SOON,
                "PARKED",
                () -> lane(walk, RESOURCE).path("state").asText());
        othersFlow(walk, civil);
        walk.expect("暂停的行未丢也未入池 nothing of it came in meanwhile", before, rows(walk, RESOURCE));

        accept(walk);
        walk.awaitSame(
                "确认后恢复 resumed after the version is accepted",
                SOON,
                "FLOWING",
                () -> lane(walk, RESOURCE).path("state").asText());
        walk.awaitSame("暂停的行已入池 the parked row came in", SOON, true, () -> rows(walk, RESOURCE) > before);
    }

    private static void othersFlow(Walk walk, DepartmentDatabase civil) {
        long other = rows(walk, OTHER);
        civil.execute(
                "insert into transfer_income (transfer_no, id_number, year, amount, kind, updated_at) select"
                        + " greatest(max(transfer_no), 9500000000) + 1, min(id_number), 2010, 1.00, '其他', localtimestamp from transfer_income");
        walk.awaitSame("其他资源照常 the others keep flowing", SOON, true, () -> rows(walk, OTHER) > other);
    }

    private static void accept(Walk walk) {
        JsonNode resource = walk.officer("data-officer").get("/api/resources/" + RESOURCE);
        String fingerprint = Cases.rows(resource.path("versions")).stream()
                .filter(version -> version.path("state").asText().equals("PENDING"))
                .map(version -> version.path("fingerprint").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no version waits to be accepted: " + resource));
        walk.officer("data-officer")
                .post("/api/resources/" + RESOURCE + "/versions/" + fingerprint + "/accept", Map.of());
    }

    private static boolean hasLane(Walk walk, String resource) {
        return Cases.rows(walk.machine().get("/api/exchange/lanes")).stream()
                .anyMatch(lane -> lane.path("resource").asText().equals(resource)
                        && lane.at("/rows/value").asLong() > 0);
    }

    static JsonNode lane(Walk walk, String resource) {
        return Cases.rows(walk.machine().get("/api/exchange/lanes")).stream()
                .filter(lane -> lane.path("resource").asText().equals(resource))
                .findFirst()
                .orElseThrow(() -> new org.citybrain.launcher.door.DoorFailure("no lane of " + resource));
    }

    /** How many row changes intake has taken from the resource. */
    static long rows(Walk walk, String resource) {
        return lane(walk, resource).at("/rows/value").asLong();
    }
}
