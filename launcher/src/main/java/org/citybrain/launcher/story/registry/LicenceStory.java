package org.citybrain.launcher.story.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.Door;
import org.citybrain.launcher.walk.SkippedException;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;
import org.jspecify.annotations.Nullable;

/** The index of licences finds a licence by its holder and number, and tells whether it is in force, as its department does. */
public final class LicenceStory implements Story {
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final String FOOD = "market_regulation.food_licence";
    private static final String PAPERS = "/api/registry/papers/licence";
    private static final int DAY = 10;

    @Override
    public String name() {
        return "licence";
    }

    @Override
    public String title() {
        return "证照按持有人可查, 有效状态与部门一致 · licences by holder, in force or not as the department says";
    }

    @Override
    public void walk(Walk walk) {
        FirmBooks.require(walk);
        Door steward = walk.officer("steward");
        DepartmentDatabase market = walk.department("market_regulation");
        walk.awaitSame(
                "索引件数与部门库一致 as many as the department holds",
                SOON,
                market.value("select count(*) from food_licence"),
                () -> figure(steward, "all"));
        LocalDate today = LocalDate.parse(
                walk.machine().get("/api/clock").path("cityTime").asText().substring(0, DAY));
        walk.expect(
                "到期件数与部门库一致 as many are over",
                market.value(
                        "select count(*) from food_licence where valid_until < ? or status in ('过期', '注销', '吊销', '撤销')",
                        java.sql.Date.valueOf(today)),
                figure(steward, "ended"));
        Map<String, @Nullable String> licence = oneInForce(market, today);
        String number = String.valueOf(licence.get("licence_code"));
        JsonNode found = walk.await(
                "按持有人查到 found by its holder",
                SOON,
                () -> find(steward, Map.of("holder", String.valueOf(licence.get("title"))), number));
        walk.expect(
                "有效期止同部门库 valid until, as the department says",
                licence.get("valid_until"),
                found.path("to").asText());
        walk.expectThat(
                "有效 in force",
                !found.path("state").asText().equals("ENDED"),
                found.path("state").asText());
        ended(walk, steward, market, licence, today);
    }

    private static void ended(
            Walk walk,
            Door steward,
            DepartmentDatabase market,
            Map<String, @Nullable String> licence,
            LocalDate today) {
        String number = String.valueOf(licence.get("licence_code"));
        long row = Long.parseLong(String.valueOf(licence.get("licence_no")));
        String set = "update food_licence set valid_until = ?, updated_at = localtimestamp where licence_no = ?";
        market.execute(set, java.sql.Date.valueOf(today.minusDays(1)), row);
        try {
            walk.awaitSame(
                    "部门改到期即失效 over as soon as the department says so", SOON, "ENDED", () -> stateOf(steward, number));
        } finally {
            market.execute(set, java.sql.Date.valueOf(String.valueOf(licence.get("valid_until"))), row);
        }
        walk.await(
                "改回即恢复 in force again",
                SOON,
                () -> Optional.of(stateOf(steward, number)).filter(state -> !state.equals("ENDED")));
    }

    /** The latest licence in force whose number no other bears. */
    private static Map<String, @Nullable String> oneInForce(DepartmentDatabase market, LocalDate today) {
        List<Map<String, @Nullable String>> rows = market.query(
                "select licence_no, licence_code, title, valid_until from food_licence l where valid_until > ?"
                        + " and status = '有效' and title is not null and not exists (select from food_licence o"
                        + " where o.licence_code = l.licence_code and o.licence_no <> l.licence_no)"
                        + " order by licence_no desc limit 1",
                java.sql.Date.valueOf(today));
        if (rows.isEmpty()) {
            throw new SkippedException("没有有效的食品经营许可证 · no food licence is in force");
        }
        return rows.getFirst();
    }

    private static String stateOf(Door steward, String number) {
        return find(steward, Map.of("number", number), number)
                .map(paper -> paper.path("state").asText())
                .orElse("none");
    }

    private static Optional<JsonNode> find(Door steward, Map<String, String> question, String number) {
        return StreamSupport.stream(steward.post(PAPERS + "/search", question).spliterator(), false)
                .filter(paper -> paper.path("number").asText().equals(number)
                        && paper.path("resource").asText().equals(FOOD))
                .findFirst();
    }

    private static String figure(Door steward, String count) {
        return StreamSupport.stream(steward.get(PAPERS + "/types").spliterator(), false)
                .filter(type -> type.path("resource").asText().equals(FOOD))
                .map(type -> type.path(count).path("value").asText())
                .findFirst()
                .orElse("none");
    }
}
