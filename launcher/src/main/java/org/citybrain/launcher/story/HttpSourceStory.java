package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.supervise.Pause;
import org.citybrain.launcher.walk.SkippedException;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/**
 * A department that offers nothing but an HTTP interface. While it lies about its pages, answers nonsense and goes away, the
 * good rows go on and nothing is deleted; when it is well again, the pool equals its database row by row.
 */
public final class HttpSourceStory implements Story {

    private static final String DEPARTMENT = "urban_management";
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> LIES = List.of(
            "incident total+7",
            "incident retype",
            "penalty repeat",
            "grid_worker html",
            "city_part broken",
            "grid_cell error");
    private static final List<String> CODES = List.of("GW-302", "GW-303", "GW-304", "GW-305", "GW-309");

    @Override
    public String name() {
        return "http-source";
    }

    @Override
    public String title() {
        return "只有接口的部门: 谎报、乱答、中断, 不丢不误删 · an HTTP interface that lies and fails: nothing lost, nothing wrongly deleted";
    }

    @Override
    public void walk(Walk walk) throws Exception {
        if (walk.config().find("dept." + DEPARTMENT + ".http.source").isEmpty()) {
            throw new SkippedException("本城市没有只有接口的部门 · no department of this city offers an interface only");
        }
        Path mood = walk.config().getPath("dept." + DEPARTMENT + ".http.source").resolveSibling("mood");
        DepartmentDatabase bureau = walk.department(DEPARTMENT);
        KillStory.compare(walk, DEPARTMENT);
        lie(walk, mood, bureau);
        fail(walk, mood, bureau);
        Files.deleteIfExists(mood);
        KillStory.compare(walk, DEPARTMENT);
    }

    private static void lie(Walk walk, Path mood, DepartmentDatabase bureau) throws IOException {
        Files.write(mood, LIES);
        insert(walk, bureau, 2);
        bureau.execute("delete from penalty where penalty_no = (select min(penalty_no) from penalty)");
        for (String code : CODES) {
            walk.awaitSame(
                    code + " 已列出 is listed",
                    SOON,
                    true,
                    () -> findings(walk).path("codes").has(code));
        }
    }

    private static void fail(Walk walk, Path mood, DepartmentDatabase bureau) throws IOException {
        Files.writeString(mood, "* outage\n");
        insert(walk, bureau, 1);
        bureau.execute("delete from incident where incident_no = (select min(incident_no) from incident)");
        Pause.of(OUTAGE);
        walk.awaitSame(
                "接口中断已列出 the outage is listed",
                SOON,
                true,
                () -> findings(walk).path("codes").has("GW-301"));
    }

    private static void insert(Walk walk, DepartmentDatabase bureau, int rows) {
        String now = OffsetDateTime.parse(
                        walk.machine().get("/api/public/clock").path("cityTime").asText())
                .format(TIME);
        for (int i = 0; i < rows; i++) {
            bureau.execute("insert into incident (incident_no, source, place, status, updated_at)"
                    + " select greatest(max(incident_no), 9500000000) + 1, '公众举报', '故事路 \"1\" 号', '已派遣', '" + now
                    + "' from incident");
        }
    }

    private static JsonNode findings(Walk walk) {
        return walk.machine().get("/api/exchange/findings?department=" + DEPARTMENT);
    }
}
