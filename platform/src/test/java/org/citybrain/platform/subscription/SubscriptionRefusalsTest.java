package org.citybrain.platform.subscription;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.identity.internal.As;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What is refused before anything is granted: wishes, filters, tables and runs that are not as they must be. */
@PlatformTest
class SubscriptionRefusalsTest extends BetweenTwoDepartments {

    @Test
    void grantsNothingThatIsNotAskedForRightly() throws Exception {
        provider.register("CONDITIONAL");
        refused(wish("street = 'x'", "lamp_no", "amount"), 400, "subscription.bad-filter");
        refused(wish("amount >> 3", "lamp_no", "amount"), 400, "subscription.bad-filter");
        refused(wish("", "amount"), 400, "subscription.no-key");
        refused(wish("", "lamp_no", "nothing"), 400, "subscription.bad-fields");
        refused(wish("", "lamp_no").replace("照明法第三条", ""), 400, "subscription.no-basis");
        refused(
                As.of("nobody", Role.STEWARD),
                wish("", "lamp_no").replace(consumer.department(), "nobody"),
                400,
                "subscription.unknown-consumer");
        provider.register("NOT_SHARED");
        refused(wish("", "lamp_no"), 403, "subscription.not-shared");
    }

    @Test
    void refusesTableNamesOfTheGatewaysLedgerAndThoseThatAreNoneNamingTheTable() throws Exception {
        provider.register("CONDITIONAL");
        for (String table : List.of("applied", "subscription", "applied_pkey")) {
            refusedTable(table, "subscription.reserved-table");
        }
        for (String table : List.of("Applied", "1st", "a b", "a".repeat(64))) {
            refusedTable(table, "subscription.bad-table");
        }
    }

    private void refusedTable(String table, String code) throws Exception {
        String wish = wish("", "lamp_no").replace("\"filter\"", "\"table\":\"" + table + "\",\"filter\"");
        for (String language : List.of("zh", "en")) {
            mvc.perform(post("/api/subscriptions")
                            .with(As.of(consumer.department(), Role.STEWARD))
                            .header("Accept-Language", language)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(wish))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.code").value(code))
                    .andExpect(jsonPath("$.title")
                            .value(Matchers.containsString(language.equals("zh") ? "接收表名" : "receiving table")))
                    .andExpect(jsonPath("$.detail").value(table));
        }
    }

    @Test
    void refusesADepartmentThatAsksForItsOwnRows() throws Exception {
        provider.register("UNCONDITIONAL");
        String own = wish("", "lamp_no").replace(consumer.department(), provider.department());
        refused(As.of(provider.department(), Role.STEWARD), own, 400, "subscription.own-resource");
        started(run(own, "夜间照明"), As.role(Role.DATA_OFFICER), 400);
    }

    @Test
    void refusesARunOfNobodyOfAnEmptyEntryAndOneWithoutAProperTitle() throws Exception {
        provider.register("CONDITIONAL");
        String wish = wish("", "lamp_no");
        for (String run : List.of(
                run("null", "照明"), run("", "照明"), run(wish, " "), run(wish, "长".repeat(3_000)), "{\"id\":\"x\"}")) {
            mvc.perform(post("/api/exchange/runs")
                            .with(As.role(Role.DATA_OFFICER))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(run))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.code").value("bad-request"))
                    .andExpect(jsonPath("$.detail").value(Matchers.matchesPattern(".*\\p{IsHan}.* · .*[a-z].*")));
        }
        started(run(wish, "照明"), As.role(Role.DATA_OFFICER), 200);
    }

    private String run(String members, String title) {
        return "{\"id\":\"run-" + consumer.department() + "\",\"title\":{\"zh\":\"" + title
                + "\",\"en\":\"Lamps\"},\"basis\":\"条例\",\"subscriptions\":[" + members + "]}";
    }

    @Test
    void startsARunByTheCitysDataOfficeOnly() throws Exception {
        provider.register("CONDITIONAL");
        String run = "{\"id\":\"run-" + consumer.department() + "\",\"basis\":\"条例\",\"subscriptions\":["
                + wish("", "lamp_no") + "]}";
        started(run, As.of(provider.department(), Role.DATA_OFFICER), 403);
        started(run, As.role(Role.STEWARD), 403);
        started(run, As.role(Role.DATA_OFFICER), 200);
    }

    private void started(String run, RequestPostProcessor who, int expected) throws Exception {
        mvc.perform(post("/api/exchange/runs")
                        .with(who)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(run))
                .andExpect(status().is(expected));
    }

    @Test
    void readsAFilterInWordsBeforeAnythingIsAskedFor() throws Exception {
        provider.register("CONDITIONAL");
        mvc.perform(post("/api/subscriptions/filter")
                        .with(As.role(Role.COUNTY_OFFICER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(wish("amount >= 3", "lamp_no", "amount")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.zh").isNotEmpty())
                .andExpect(jsonPath("$.en").value(Matchers.containsString("3")));
        mvc.perform(post("/api/subscriptions/filter")
                        .with(As.role(Role.COUNTY_OFFICER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(wish("amount >> 3", "lamp_no", "amount")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("character")));
    }

    private void refused(String wish, int expected, String code) throws Exception {
        refused(As.of(consumer.department(), Role.STEWARD), wish, expected, code);
    }
}
