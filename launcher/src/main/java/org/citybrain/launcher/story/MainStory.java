package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.citybrain.launcher.door.Answer;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** From the hospital's settlement to the payment order in civil affairs' own database, to the last click (R78–R80). */
public final class MainStory implements Story {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int NOTICE_DAYS = 7;

    @Override
    public String name() {
        return "main";
    }

    @Override
    public String title() {
        return "一张住院结算单走到发放低保 · a hospital bill becomes an allowance";
    }

    @Override
    public void walk(Walk walk) {
        TruthHousehold household = TruthHousehold.find(walk.city().home(), "hero");
        String ref = household.ref(walk.config());
        Cases worker = Cases.of(walk, "grid-worker");
        Cases county = Cases.of(walk, "county-officer");
        walk.expect(
                "结算前无个案 no case before the bill",
                Optional.empty(),
                county.find(ref).map(Cases::id));

        Hospital.of(walk).writeBill(household);
        String caseId = walk.await(
                "个案建立 a case for the household", SOON, () -> county.find(ref).map(Cases::id));
        JsonNode todo = walk.await("网格员收到待办 the grid worker's to-do", SOON, () -> worker.findTodo(caseId));
        explained(walk, county.get(caseId), "LISTED");
        visit(walk, caseId, todo.path("taskId").asText());
        notice(walk, county, caseId);
        confirm(walk, county, caseId);
        paid(walk, household, county, caseId);
    }

    /** The decision says why, and every figure on case and decision opens. */
    static void explained(Walk walk, JsonNode page, String outcome) {
        JsonNode decision = walk.officer("county-officer")
                .get("/api/decisions/" + page.path("decisionId").asText());
        walk.expect("规则结论 outcome", outcome, decision.path("outcome").asText());
        walk.expectThat(
                "规则逐条列出 lines with inputs",
                !decision.path("lines").isEmpty(),
                decision.path("lines").size());
        Sources sources = new Sources(walk.officer("county-officer"));
        walk.expectThat("数字都有来处 figures with a source", sources.count(page) > 0, sources.count(page));
        walk.expect("个案的数字都能打开 figures of the case open", List.of(), sources.openAll(page));
        walk.expect("决定的数字都能打开 figures of the decision open", List.of(), sources.openAll(decision));
    }

    private static void visit(Walk walk, String caseId, String taskId) {
        JsonNode visits = walk.officer("grid-worker").get("/api/field/visits");
        walk.expectThat(
                "入户卡片已下发 the visit card is on the phone", visits.toString().contains(taskId), taskId);
        Map<String, Object> item = visitItem(taskId);
        Answer first = walk.officer("grid-worker").send("/api/field/sync", Map.of("items", List.of(item)));
        walk.expect("离线结果同步 the visit is synced", 200, first.status());
        Answer again = walk.officer("grid-worker").send("/api/field/sync", Map.of("items", List.of(item)));
        walk.expect("重复同步无害 the same again does no harm", 200, again.status());
        Cases county = Cases.of(walk, "county-officer");
        walk.awaitSame(
                "规则建议后进入公示 proposal, then notice",
                SOON,
                "notice",
                () -> county.get(caseId).path("stage").asText());
        JsonNode page = county.get(caseId);
        JsonNode proposal = walk.officer("county-officer")
                .get("/api/decisions/" + page.path("proposalId").asText());
        walk.expect("低保建议 the proposal", "PROPOSED", proposal.path("outcome").asText());
        walk.expectThat(
                "建议列出全部输入 every input is shown", proposal.findValues("inputs").size() > 0, "inputs");
    }

    /** What a worker enters at the home, as the phone sends it. */
    static Map<String, Object> visitItem(String taskId) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("met", "MET");
        values.put("hardship", true);
        values.put("consent", true);
        values.put("verifiedIncome", 26800.00);
        values.put("secondHome", false);
        values.put("car", false);
        values.put("financialAssets", 3000.00);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("clientId", UUID.randomUUID().toString());
        item.put("taskId", taskId);
        item.put("values", values);
        item.put("doneAt", OffsetDateTime.now().toString());
        item.put("position", Map.of("longitude", 114.9, "latitude", 27.8));
        item.put("photos", List.of());
        return item;
    }

    private static void notice(Walk walk, Cases county, String caseId) {
        OffsetDateTime today = cityTime(walk);
        walk.machine()
                .post(
                        "/api/clock",
                        Map.of("advanceTo", today.plusDays(NOTICE_DAYS - 2).toString()));
        walk.expect(
                "公示期未满不得确认 no confirmation before the notice has run",
                "notice",
                county.get(caseId).path("stage").asText());
        walk.machine()
                .post(
                        "/api/clock",
                        Map.of("advanceTo", today.plusDays(NOTICE_DAYS + 1).toString()));
        walk.awaitSame(
                "公示满 7 日转县级 after seven city days the county's turn",
                SOON,
                "confirm",
                () -> county.get(caseId).path("stage").asText());
    }

    private static OffsetDateTime cityTime(Walk walk) {
        return OffsetDateTime.parse(
                walk.machine().get("/api/clock").path("cityTime").asText());
    }

    private static void confirm(Walk walk, Cases county, String caseId) {
        JsonNode todo = walk.await("县级待办 the county officer's to-do", SOON, () -> county.findTodo(caseId));
        Answer done = walk.officer("county-officer")
                .send(
                        "/api/tasks/" + todo.path("taskId").asText() + "/complete",
                        Map.of(
                                "values",
                                Map.of("objections", false, "decision", "CONFIRMED"),
                                "clientId",
                                UUID.randomUUID().toString()));
        walk.expect("县级确认 the county confirms", 200, done.status());
    }

    private static void paid(Walk walk, TruthHousehold household, Cases county, String caseId) {
        Map<String, String> order = walk.await(
                "发放通知写入民政库 the payment order in civil affairs' own database",
                SOON,
                () -> walk
                        .department("civil_affairs")
                        .query("select payee_name, status, monthly_amount from payment_order where case_id = ?", caseId)
                        .stream()
                        .findFirst()
                        .map(row -> Map.of(
                                "payee_name", String.valueOf(row.get("payee_name")),
                                "status", String.valueOf(row.get("status")),
                                "has_amount",
                                        Boolean.toString(
                                                new BigDecimal(String.valueOf(row.get("monthly_amount"))).signum()
                                                        > 0))));
        walk.expect(
                "收款人是户主, 金额大于零 the head is the payee of a sum above 0",
                Map.of("payee_name", household.head(), "status", "ORDERED", "has_amount", "true"),
                order);
        walk.awaitSame(
                "个案办结 the case is closed",
                SOON,
                "helped",
                () -> county.get(caseId).path("stage").asText());
        JsonNode wall = walk.officer("mayor").get("/api/wall");
        List<String> stages = wall.path("stages").findValuesAsText("id");
        walk.expectThat("大屏上个案已办结 the wall shows closed cases", stages.contains("CLOSED"), stages);
        walk.expect("大屏的数字都能打开 figures of the wall open", List.of(), new Sources(walk.officer("mayor")).openAll(wall));
    }
}
