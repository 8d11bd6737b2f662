package org.citybrain.platform.registry;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.kernel.wire.RowChange;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.identity.internal.As;
import org.citybrain.platform.registry.resolve.RowsListener;
import org.citybrain.platform.topics.TopicMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@PlatformTest
class FirmTest {
    private static final String CODE = "91360999MACB00017W";
    private static final String BOSS = "360999198506150014";
    private static long sequence;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private RowsListener rows;

    @Autowired
    private Home home;

    private String firm;
    private String boss;

    @BeforeEach
    void register() {
        OpaqueIds ids = new OpaqueIds(home.config().get("opaque.key"), home.node());
        firm = ids.firm(CODE);
        boss = ids.person(BOSS);
        business("宜丰县秀水食品有限公司", "存续");
        take("tax.taxpayer", "5", "credit_code", CODE, "title", "秀水食品公司", "kind", "一般纳税人", "phone", "13900000001");
    }

    private void business(String title, String state) {
        take(
                "market_regulation.business",
                "1",
                "credit_code",
                CODE,
                "title",
                title,
                "legal_representative",
                "吴样例",
                "representative_id_number_ref",
                boss,
                "region_code",
                "360902001001",
                "status",
                state);
    }

    private void take(String resource, String key, String... pairs) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        long now = System.currentTimeMillis() * 1000;
        RowChange change = new RowChange(resource, "u", key, null, fields, 0, ++sequence, 0, now, now);
        rows.on(List.of(TopicMessage.of(rows.topic(), resource + "/x", WireJson.write(change))));
    }

    private org.springframework.test.web.servlet.ResultActions search(String body) throws Exception {
        return mvc.perform(post("/api/registry/firms/search")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(As.role(Role.STEWARD)));
    }

    @Test
    void findsAFirmByItsCodeInAnyWritingAndByAPartOfItsName() throws Exception {
        search("{\"code\":\"91360999 macb00017w\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].ref").value(firm))
                .andExpect(jsonPath("$[0].name").value("宜丰县秀水食品有限公司"));
        search("{\"name\":\"秀水食\"}").andExpect(jsonPath("$[0].ref").value(firm));
    }

    @Test
    void refusesACodeWithAWrongCheckSign() throws Exception {
        search("{\"code\":\"91360999MACB00017X\"}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("registry.credit-code-wrong"))
                .andExpect(jsonPath("$.detail").value("校验码不符 · its check digit does not fit"));
    }

    @Test
    void tellsEachFieldWithItsSourceAndMasksWhoRunsIt() throws Exception {
        mvc.perform(get("/api/registry/firms/" + firm).with(As.role(Role.STEWARD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.fields[?(@.field=='name')].resource").value("market_regulation.business"))
                .andExpect(jsonPath("$.fields[?(@.field=='name')].others[0]").value("tax.taxpayer"))
                .andExpect(
                        jsonPath("$.fields[?(@.field=='taxpayer_kind')].value").value("一般纳税人"))
                .andExpect(jsonPath("$.fields[?(@.field=='phone')].value").value("139****0001"))
                .andExpect(jsonPath("$.people[0].ref").value(boss))
                .andExpect(jsonPath("$.people[0].name").value("吴**"))
                .andExpect(content().string(not(containsString("吴样例"))));
    }

    @Test
    void unmasksForAReasonOnlyAndTellsThePersonsLedger() throws Exception {
        mvc.perform(get("/api/registry/firms/" + firm + "?unmask=true").with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$.code").value("registry.reason-missing"));
        mvc.perform(get("/api/registry/firms/" + firm + "?unmask=true&purpose=inspect&legalBasis=law")
                        .with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$.people[0].name").value("吴样例"));
        mvc.perform(get("/api/registry/persons/" + boss + "/reads").with(As.role(Role.AUDITOR)))
                .andExpect(jsonPath("$[0].purpose").value("inspect"));
    }

    @Test
    void showsAFirmElsewhereMaskedAlone() throws Exception {
        String whole = "/api/registry/firms/" + firm + "?purpose=inspect&legalBasis=law";
        mvc.perform(get(whole).with(As.role(Role.COUNTY_OFFICER, "360924")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.people[0].name").value("吴**"));
        mvc.perform(get(whole + "&unmask=true").with(As.role(Role.COUNTY_OFFICER, "360924")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("registry.outside-region"));
        mvc.perform(get(whole + "&unmask=true").with(As.role(Role.COUNTY_OFFICER, "360902")))
                .andExpect(jsonPath("$.people[0].name").value("吴样例"));
    }

    @Test
    void saysWhenNothingWasKnownOnADay() throws Exception {
        mvc.perform(get("/api/registry/firms/" + firm + "?asOf=2001-01-01T00:00:00Z")
                        .with(As.role(Role.STEWARD)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("registry.nothing-then"));
        mvc.perform(get("/api/registry/firms/e0-unknown?asOf=2001-01-01T00:00:00Z")
                        .with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$.code").value("not-found"));
    }

    @Test
    void refusesToSearchForABook() throws Exception {
        search("{\"name\":\"" + "阿".repeat(9_000) + "\"}").andExpect(status().isBadRequest());
    }

    @Test
    void putsOneCodeUnderTwoUnlikeNamesOnTheStewardsDesk() throws Exception {
        take("housing_fund.unit_account", "8", "credit_code", "91360999MA00010P4T", "title", "晨曦物流");
        take("human_resources.insured_unit", "8", "credit_code", "91360999MA00010P4T", "title", "百谷药业");
        mvc.perform(get("/api/registry/doubts?kind=firm").with(As.role(Role.STEWARD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.cause=='NAME')].left.maskedName").value("晨曦物流"));
    }

    @Test
    void keepsTheChangesOfARenamedAndClosedFirm() throws Exception {
        business("宜丰县云锦食品有限公司", "注销");
        mvc.perform(get("/api/registry/entities/" + firm + "/changes?kind=firm").with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$[?(@.field=='name' && @.after.zh=='宜丰县云锦食品有限公司')].before.zh")
                        .value("宜丰县秀水食品有限公司"))
                .andExpect(jsonPath("$[?(@.field=='status' && @.after.zh=='注销')].before.en")
                        .value("In business"));
        search("{\"name\":\"宜丰县秀水食品有限公司\"}").andExpect(jsonPath("$[0].ref").value(firm));
    }

    @Test
    void refusesACorrectionToNoCreditCode() throws Exception {
        steward(
                        "/api/registry/firms/" + firm + "/corrections",
                        "{\"field\":\"credit_code\",\"wanted\":\"abc\",\"reason\":\"持证\"}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("registry.value-wrong"))
                .andExpect(jsonPath("$.detail").value(containsString("位数不对")));
    }

    @Test
    void undoesARulingOnceAndWithAReasonOfModestLength() throws Exception {
        take("tax.taxpayer", "91", "credit_code", "91360999MA00010P4T", "title", "晨曦物流");
        String other = new OpaqueIds(home.config().get("opaque.key"), home.node()).firm("91360999MA00010P4T");
        String two = "{\"a\":\"" + firm + "\",\"b\":\"" + other + "\",\"reason\":\"%s\"}";
        steward("/api/registry/merges", two.formatted("因".repeat(401))).andExpect(status().isBadRequest());
        String answer = steward("/api/registry/merges", two.formatted("同一家"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String undo = "/api/registry/rulings/" + answer.replaceAll("\\D", "") + "/undo";
        steward(undo, "{\"reason\":\"" + "因".repeat(5_000) + "\"}").andExpect(status().isBadRequest());
        steward(undo, "{\"reason\":\"误并\"}").andExpect(status().isOk());
        steward(undo, "{\"reason\":\"误并\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("registry.ruling-undone"));
    }

    @Test
    void saysThatAMergeNeedsTwoEntities() throws Exception {
        for (String body : List.of("{}", "{\"reason\":\"同一家\"}", "{\"a\":\"" + firm + "\",\"reason\":\"同一家\"}")) {
            steward("/api/registry/merges", body)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.detail").value(containsString("two entities are needed")));
        }
    }

    private org.springframework.test.web.servlet.ResultActions steward(String path, String body) throws Exception {
        return mvc.perform(
                post(path).contentType(MediaType.APPLICATION_JSON).content(body).with(As.role(Role.STEWARD)));
    }
}
