package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** A line changed with a future date leaves today's decisions alone and rules from its day on, without a restart. */
public final class ParameterStory implements Story {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PARAMETERS = "/api/scenes/anti-poverty/parameters";
    private static final int DAYS_AHEAD = 3;

    @Override
    public String name() {
        return "parameter";
    }

    @Override
    public String title() {
        return "参数按生效日起作用 · a parameter with a future date takes effect on its day";
    }

    @Override
    public void walk(Walk walk) {
        Cases county = Cases.of(walk, "county-officer");
        TruthHousehold over = TruthHousehold.find(walk.city().home(), "seeded-over");
        JsonNode page = walk.await("已列入的家庭 a listed household", SOON, () -> county.find(over.ref(walk.config())));
        String decision = page.path("decisionId").asText();
        LocalDate from = day(walk).plusDays(DAYS_AHEAD);

        set(walk, "3.0", from);
        walk.expect("生效日前照旧 the day before: as it was", "LISTED", replay(walk, decision, from.minusDays(1)));
        walk.expect("生效日起按新值 from its day on: the new line", "NOT_LISTED", replay(walk, decision, from));
        JsonNode now = walk.officer("county-officer").get("/api/decisions/" + decision);
        walk.expect(
                "今日结论不变 today's decision stands", "LISTED", now.path("outcome").asText());
        set(walk, "2.0", from.plusDays(1));
        walk.expect("可再改回 and back again", "LISTED", replay(walk, decision, from.plusDays(1)));
        comesIntoForce(walk, county, over.ref(walk.config()), Cases.id(page), from);
    }

    /** Nothing but the calendar moves: the line of its day withdraws the case, the line of the next day lists it again. */
    private static void comesIntoForce(Walk walk, Cases county, String ref, String caseId, LocalDate from) {
        advanceTo(walk, from);
        walk.awaitSame(
                "到生效日个案自行撤回 on its day the case is withdrawn by itself",
                SOON,
                "WITHDRAWN",
                () -> county.get(caseId).path("state").asText());
        advanceTo(walk, from.plusDays(1));
        walk.await(
                "再改回之日重新列入 on the next the household is listed again",
                SOON,
                () -> county.find(ref).filter(page -> !Cases.id(page).equals(caseId)));
    }

    private static void advanceTo(Walk walk, LocalDate day) {
        walk.machine().post("/api/clock", Map.of("advanceTo", day + "T09:00:00+08:00"));
    }

    private static void set(Walk walk, String value, LocalDate from) {
        String basis = "验收: 调整界线 · check: the line is moved";
        walk.officer("county-officer")
                .post(
                        PARAMETERS,
                        Map.of("id", "burden-multiple", "value", value, "from", from.toString(), "basis", basis));
    }

    private static LocalDate day(Walk walk) {
        return OffsetDateTime.parse(
                        walk.machine().get("/api/clock").path("cityTime").asText())
                .toLocalDate();
    }

    private static String replay(Walk walk, String decision, LocalDate day) {
        return walk.officer("county-officer")
                .post("/api/decisions/" + decision + "/replay", Map.of("day", day.toString()))
                .path("outcome")
                .asText();
    }
}
