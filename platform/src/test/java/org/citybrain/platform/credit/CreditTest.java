package org.citybrain.platform.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.exchange.DeliveryReceived;
import org.citybrain.platform.identity.Account;
import org.citybrain.platform.identity.Accounts;
import org.citybrain.platform.identity.internal.As;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Public credit from the departments' rows over objection and repair to the departments' rows, as desks and officers meet it. */
@PlatformTest
class CreditTest {
    private static final String PENALTY = CreditOfTests.PENALTY;
    private static final Map<String, Object> PROMISE =
            Map.of("commitment", "已改正，承诺守法经营", "proofs", List.of("缴款凭证", " "));

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private org.citybrain.platform.registry.resolve.RowsListener rows;

    @Autowired
    private org.citybrain.platform.clock.CityTime time;

    @Autowired
    private org.citybrain.platform.home.Home home;

    @Autowired
    private Accounts accounts;

    private CreditOfTests city;

    @BeforeEach
    void open() {
        city = new CreditOfTests(mvc, rows, time, home);
        city.business();
    }

    private ResultActions object(String record, String column, String wanted) throws Exception {
        return city.ask(
                "/api/credit/objections",
                Map.of("record", record, "column", column, "wanted", wanted, "reason", "当事人称不实"));
    }

    private ResultActions apply(String record) throws Exception {
        Map<String, Object> body = new java.util.HashMap<>(PROMISE);
        body.put("record", record);
        return city.ask("/api/credit/repairs", body);
    }

    private ResultActions decide(String repair, boolean grant) throws Exception {
        return city.officer(
                "/api/credit/repairs/" + repair + "/decision", Map.of("grant", grant, "reason", "材料齐全，义务已履行"));
    }

    private void delivered(String table, String id) {
        String delivery = jdbc.sql("select delivery from credit." + table + " where id = ?")
                .param(id)
                .query(String.class)
                .single();
        events.publishEvent(new DeliveryReceived(delivery, "market_regulation", "x", true, "", Instant.now()));
    }

    private String ordered(String column, String id) {
        return jdbc.sql("select columns ->> ? from exchange.delivery where columns ->> 'id' = ?")
                .params(column, id)
                .query(String.class)
                .single();
    }

    private ResultActions held(Role role) throws Exception {
        return mvc.perform(
                get("/api/registry/papers/credit/of-firm/" + city.firm()).with(As.role(role)));
    }

    @Test
    void gathersPenaltiesAndListsOfAFirmWithClassAndDaysOfPublicity() throws Exception {
        city.penalty("G-1", "一般", 4, true, "有效");
        city.listed("G-2", 14, false, "在列");
        city.praised("G-3");

        held(Role.TOWN_OFFICER)
                .andExpect(jsonPath("$[?(@.number == 'G-1')].standing.severity").value("GENERAL"))
                .andExpect(jsonPath("$[?(@.number == 'G-1')].standing.shortest").value(city.day(-4, 3)))
                .andExpect(jsonPath("$[?(@.number == 'G-1')].to").value(city.day(-4, 12)))
                .andExpect(jsonPath("$[?(@.number == 'G-1')].standing.rule").value("2026-04-01"))
                .andExpect(jsonPath("$[?(@.number == 'G-2')].standing.kind").value("BLACK_LIST"))
                .andExpect(jsonPath("$[?(@.number == 'G-2')].to").value(city.day(-14, 36)))
                .andExpect(jsonPath("$[?(@.number == 'G-2')].standing.law.zh").value("市场监督管理严重违法失信名单管理办法"))
                .andExpect(jsonPath("$[?(@.number == 'G-3')].standing.kind").value("RED_LIST"));
    }

    @Test
    void opensTheSourceOfAStateThatPapersHaveAndNamesThoseForAnother() throws Exception {
        String source = "/api/sources/papers:credit:" + PENALTY + ":";
        for (String state : List.of("ALL", "VALID", "SOON", "ENDED")) {
            mvc.perform(get(source + state).with(As.role(Role.STEWARD))).andExpect(status().isOk());
        }
        mvc.perform(get(source + "FOO").with(As.role(Role.STEWARD)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("ALL, VALID, SOON, ENDED")));
    }

    @Test
    void countsARecordAsEndedWhenTheLongestPublicityOfItsOwnClassIsOver() throws Exception {
        city.penalty("E-1", "轻微", 4, true, "有效");
        city.penalty("E-2", "一般", 13, true, "有效");
        city.penalty("E-3", "严重", 13, true, "有效");

        String list = "/api/registry/papers/credit?type=" + PENALTY + "&state=";
        mvc.perform(get(list + "ENDED").with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$[*].number").value(hasItem("E-1")))
                .andExpect(jsonPath("$[*].number").value(hasItem("E-2")))
                .andExpect(jsonPath("$[*].number").value(not(hasItem("E-3"))));
        mvc.perform(get(list + "VALID").with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$[*].number").value(hasItem("E-3")));
        mvc.perform(get(list + "VALID&page=2147483647").with(As.role(Role.STEWARD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$").isEmpty());
    }

    @Test
    void flagsARecordWhileItsObjectionIsOpenAndEndsItWithTheSourcesChange() throws Exception {
        String record = city.penalty("O-1", "一般", 4, true, "有效");
        String id = city.id(object(record, "fine", "500.00").andExpect(status().isOk()));

        assertThat(List.of(ordered("row_key", id), ordered("column_name", id), ordered("wanted", id)))
                .containsExactly("O-1", "fine", "500.00");
        held(Role.GRID_WORKER)
                .andExpect(jsonPath("$[?(@.number == 'O-1')].marks[*]").value(contains("DISPUTED")));
        object(record, "", "").andExpect(jsonPath("$.code").value("credit.objection-open"));
        apply(record).andExpect(jsonPath("$.code").value("credit.disputed"));
        delivered("objection", id);
        city.file(record).andExpect(jsonPath("$.objections[0].state").value("RECEIVED"));

        city.penalty("O-1", "一般", 4, true, "有效", "500.00");
        city.file(record)
                .andExpect(jsonPath("$.objections[0].state").value("ACCEPTED"))
                .andExpect(jsonPath("$.objections[0].receipt").value(containsString(PENALTY + "/0/")));
        held(Role.GRID_WORKER)
                .andExpect(jsonPath("$[?(@.number == 'O-1')].marks[*]").value(empty()));
    }

    @Test
    void goesOnWithAnObjectionWhenSomethingElseOfTheRowChanges() throws Exception {
        String record = city.penalty("O-2", "一般", 4, false, "有效");
        object(record, "", "").andExpect(jsonPath("$.wanted").value("已撤销"));

        city.penalty("O-2", "一般", 4, true, "有效");
        city.file(record).andExpect(jsonPath("$.objections[0].state").value("SENT"));
        city.penalty("O-2", "一般", 4, true, "已撤销");
        city.file(record).andExpect(jsonPath("$.objections[0].state").value("ACCEPTED"));
    }

    @Test
    void letsTheDepartmentAloneStandByItsRecordAndSayWhy() throws Exception {
        String record = city.penalty("O-3", "一般", 4, true, "有效");
        String path = "/api/credit/objections/" + city.id(object(record, "", "")) + "/answer";

        city.officerOf("tax", path, Map.of("reason", "无误"))
                .andExpect(jsonPath("$.code").value("credit.other-department"));
        city.officer(path, Map.of("reason", " ")).andExpect(jsonPath("$.code").value("credit.words-missing"));
        city.officer(path, Map.of("reason", "经复核无误"))
                .andExpect(jsonPath("$.state").value("UPHELD"));
        city.officer(path, Map.of("reason", "再次")).andExpect(jsonPath("$.code").value("credit.closed"));
        city.file(record).andExpect(jsonPath("$.objections[0].answer").value("经复核无误"));
    }

    @Test
    void asksNoRepairBeforeItsDayBeforeDutiesAreDoneOrWhereThereIsNothingToRepair() throws Exception {
        String early = city.penalty("R-1", "一般", 1, true, "有效");
        apply(early)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("credit.too-early"))
                .andExpect(content().string(containsString(city.day(-1, 3))));
        apply(city.penalty("R-2", "严重", 11, true, "有效"))
                .andExpect(jsonPath("$.code").value("credit.too-early"));
        apply(city.penalty("R-3", "一般", 4, false, "有效"))
                .andExpect(jsonPath("$.code").value("credit.duties-open"));
        apply(city.penalty("R-4", "不详", 4, true, "有效"))
                .andExpect(jsonPath("$.code").value("credit.class-unknown"));
        apply(city.penalty("R-5", "一般", 13, true, "有效"))
                .andExpect(jsonPath("$.code").value("credit.record-over"));
        apply(city.praised("R-6")).andExpect(jsonPath("$.code").value("credit.nothing-to-repair"));
        apply("no-such-record").andExpect(status().isNotFound());
        city.ask("/api/credit/repairs", Map.of("record", city.penalty("R-7", "一般", 4, true, "有效"), "commitment", "承诺"))
                .andExpect(jsonPath("$.code").value("credit.commitment-missing"));
        apply(city.penalty("R-8", "轻微", 0, true, "有效")).andExpect(status().isOk());
        city.file(early)
                .andExpect(jsonPath("$.obstacle.zh").value("最短公示期未满"))
                .andExpect(jsonPath("$.items[?(@.column == 'fine')].title.zh").value("金额（元）"))
                .andExpect(jsonPath("$.obstacle.detail").value(city.day(-1, 3)));
    }

    @Test
    void withholdsARepairedRecordAtOnceAndEndsWithTheSource() throws Exception {
        String record = city.penalty("W-1", "一般", 4, true, "有效");
        String id = city.id(apply(record).andExpect(jsonPath("$.state").value("APPLIED")));
        apply(record).andExpect(jsonPath("$.code").value("credit.repair-open"));
        city.officerOf("tax", "/api/credit/repairs/" + id + "/decision", Map.of("grant", true, "reason", "可以"))
                .andExpect(jsonPath("$.code").value("credit.other-department"));
        decide(id, true).andExpect(jsonPath("$.state").value("GRANTED"));

        assertThat(ordered("column_name", id) + ordered("wanted", id)).isEqualTo("status已修复");
        held(Role.TOWN_OFFICER).andExpect(jsonPath("$[*].number").value(not(hasItem("W-1"))));
        held(Role.STEWARD)
                .andExpect(jsonPath("$[?(@.number == 'W-1')].marks[*]").value(contains("WITHHELD")));
        for (String path : List.of(
                "/api/registry/papers/credit/one/" + record,
                "/api/registry/entities/" + record + "/changes?kind=credit",
                "/api/registry/credit/" + record + "/corrections",
                "/api/credit/files/" + record)) {
            mvc.perform(get(path).with(As.role(Role.TOWN_OFFICER))).andExpect(status().isNotFound());
            mvc.perform(get(path).with(As.role(Role.STEWARD))).andExpect(status().isOk());
        }
        delivered("repair", id);
        city.file(record).andExpect(jsonPath("$.repairs[0].state").value("DELIVERED"));
        city.penalty("W-1", "一般", 4, true, "已修复");
        city.file(record)
                .andExpect(jsonPath("$.repairs[0].state").value("DONE"))
                .andExpect(jsonPath("$.repairs[0].rule").value("2026-04-01"));
        assertThat(jdbc.sql(
                                "select event from audit.entry where subject = ? and event like 'credit-repair%' order by sequence")
                        .param("credit:" + record)
                        .query(String.class)
                        .list())
                .containsExactly("credit-repair-asked", "credit-repair-decided", "credit-repair-ended");
    }

    @Test
    void showsARecordAgainThatTheSourcePutsInForceAgain() throws Exception {
        String record = city.penalty("W-2", "一般", 4, true, "有效");
        decide(city.id(apply(record)), true);
        city.penalty("W-2", "一般", 4, true, "已修复");
        held(Role.TOWN_OFFICER).andExpect(jsonPath("$[*].number").value(not(hasItem("W-2"))));

        city.penalty("W-2", "一般", 4, true, "有效");
        held(Role.TOWN_OFFICER).andExpect(jsonPath("$[*].number").value(hasItem("W-2")));
        city.file(record).andExpect(jsonPath("$.repairs[0].state").value("RESTORED"));
    }

    @Test
    void leavesAListsEntryShownUntilItsDepartmentRemovesIt() throws Exception {
        String record = city.listed("L-1", 14, true, "在列");
        String id = city.id(apply(record));
        decide(id, true).andExpect(status().isOk());
        held(Role.TOWN_OFFICER).andExpect(jsonPath("$[*].number").value(hasItem("L-1")));

        city.listed("L-1", 14, true, "移出");
        held(Role.TOWN_OFFICER).andExpect(jsonPath("$[*].number").value(not(hasItem("L-1"))));
        city.file(record).andExpect(jsonPath("$.repairs[0].state").value("DONE"));
    }

    @Test
    void repairsAPenaltyOfCityManagementByTheDecisionOfItsOwnOfficer() throws Exception {
        apply(city.street("U-0", 1)).andExpect(jsonPath("$.code").value("credit.too-early"));
        String record = city.street("U-1", 4);
        String id = city.id(apply(record).andExpect(jsonPath("$.state").value("APPLIED")));
        String path = "/api/credit/repairs/" + id + "/decision";
        Map<String, Object> grant = Map.of("grant", true, "reason", "罚款已缴，广告已拆除");
        for (String other : List.of("market_regulation", "tax", "human_resources")) {
            city.officerOf(other, path, grant)
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("credit.other-department"));
        }
        held(Role.TOWN_OFFICER).andExpect(jsonPath("$[*].number").value(hasItem("U-1")));
        city.officerOf("urban_management", path, grant)
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.closedAt").isNotEmpty());

        held(Role.TOWN_OFFICER).andExpect(jsonPath("$[*].number").value(not(hasItem("U-1"))));
        assertThat(jdbc.sql("select count(*) from exchange.delivery where case_id = ?")
                        .param("repair-" + id)
                        .query(Integer.class)
                        .single())
                .as("nothing is ordered from a source that keeps no state")
                .isZero();
        city.street("U-1", 4);
        held(Role.TOWN_OFFICER).andExpect(jsonPath("$[*].number").value(not(hasItem("U-1"))));
        city.file(record).andExpect(jsonPath("$.repairs[0].state").value("DONE"));
    }

    @Test
    void givesEveryDepartmentThatDecidesAnOfficerOfItsOwn() {
        for (String login : List.of("market-officer", "urban-officer", "tax-officer", "labour-officer")) {
            Account officer = accounts.find(login).orElseThrow();
            assertThat(officer.roles()).containsExactly(Role.DEPARTMENT_OFFICER);
        }
    }

    @Test
    void keepsARecordInSightWhenTheDepartmentRefuses() throws Exception {
        String record = city.penalty("W-3", "一般", 4, true, "有效");
        String id = city.id(apply(record));
        decide(id, false).andExpect(jsonPath("$.state").value("REFUSED"));
        decide(id, true).andExpect(jsonPath("$.code").value("credit.closed"));
        held(Role.TOWN_OFFICER).andExpect(jsonPath("$[*].number").value(hasItem("W-3")));
        apply(record).andExpect(status().isOk());
    }

    @Test
    void refusesWhatItCannotSendInPlainWords() throws Exception {
        String record = city.penalty("B-1", "一般", 4, true, "有效");
        object(record, "no_such_column", "x").andExpect(jsonPath("$.code").value("credit.column-unknown"));
        object(record, "fine", " ").andExpect(jsonPath("$.code").value("credit.wanted-missing"));
        object(record, "severity", "一般").andExpect(jsonPath("$.code").value("credit.wanted-missing"));
        city.ask("/api/credit/objections", Map.of("record", record))
                .andExpect(jsonPath("$.code").value("credit.words-missing"));
        city.officer("/api/credit/repairs/none/decision", Map.of("reason", "x")).andExpect(status().isBadRequest());
    }

    @Test
    void listsWhatIsOpenToDesksAndToEachDepartmentItsOwn() throws Exception {
        String record = city.penalty("Q-1", "一般", 4, true, "有效");
        object(record, "fine", "1.00").andExpect(status().isOk());
        String here = "$.objections[?(@.record == '" + record + "')]";

        mvc.perform(get("/api/credit/files").with(As.role(Role.STEWARD)))
                .andExpect(jsonPath(here).value(hasSize(1)));
        city.openOf("market_regulation").andExpect(jsonPath(here).value(hasSize(1)));
        city.openOf("tax").andExpect(jsonPath(here).value(empty()));
    }

    @Test
    void letsOnlyThoseAskAndDecideWhoMay() throws Exception {
        String record = city.penalty("P-1", "一般", 4, true, "有效");
        Map<String, ?> body = Map.of("record", record, "reason", "x");
        city.as(Role.GRID_WORKER, "/api/credit/objections", body).andExpect(status().isForbidden());
        city.as(Role.DATA_OFFICER, "/api/credit/repairs", body).andExpect(status().isForbidden());
        city.as(Role.STEWARD, "/api/credit/repairs/x/decision", Map.of("grant", true))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/credit/files/" + record).with(As.role(Role.GRID_WORKER)))
                .andExpect(status().isForbidden());
    }
}
