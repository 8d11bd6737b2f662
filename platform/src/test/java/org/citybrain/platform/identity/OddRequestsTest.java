package org.citybrain.platform.identity;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.identity.internal.As;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;

/** Requests that no page makes: each is refused in plain words, none is answered with a fault of ours. */
@PlatformTest
class OddRequestsTest {

    @Autowired
    private MockMvc mvc;

    @Test
    void refusesTraceAndHasNoPageOfErrors() throws Exception {
        mvc.perform(request(HttpMethod.TRACE, "/api/me").with(As.role(Role.STEWARD)))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(jsonPath("$.code").value("method-not-allowed"));
        mvc.perform(get("/error"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("not-found"));
    }

    @Test
    void saysInPlainWordsThatADayOfTheTrailLiesBeyondAllBounds() throws Exception {
        mvc.perform(get("/api/audit?from=+999999999-12-31T23:59:59Z").with(As.role(Role.AUDITOR)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(Matchers.not(Matchers.containsString("Exception"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/subscriptions?state=flowing",
                "/api/resources?shareType=FREE",
                "/api/exchange/findings?state=NEW",
                "/api/alerts?state=OPEN",
                "/api/alerts?level=PURPLE",
                "/api/cases?state=RUNNING",
                "/api/economy/series/new-businesses?by=fortnight"
            })
    void refusesAFilterOfAnUnknownValueInsteadOfFindingNothing(String address) throws Exception {
        mvc.perform(get(address).with(As.role(Role.DATA_OFFICER)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("is one of")));
    }

    @Test
    void namesTheEventsThatTheTrailKnowsWhenAskedForAnother() throws Exception {
        mvc.perform(get("/api/audit?event=nope").with(As.role(Role.AUDITOR)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString(AuditEvent.AUDIT_READ.slug())));
        mvc.perform(get("/api/audit?event=audit-read").with(As.role(Role.AUDITOR)))
                .andExpect(status().isOk());
    }

    @Test
    void namesTheStagesThatCasesKnowWhenAskedForAnother() throws Exception {
        mvc.perform(get("/api/cases?stage=nope").with(As.role(Role.DATA_OFFICER)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("stage ")))
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("nope")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscriptions:x", "cases:nope", "subscription:x"})
    void hasNoSourceOfWhatIsNotThere(String source) throws Exception {
        mvc.perform(get("/api/sources/" + source).with(As.role(Role.DATA_OFFICER)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString(source)));
    }

    @Test
    void keepsTheSourceOfAllSubscriptionsOpen() throws Exception {
        mvc.perform(get("/api/sources/subscriptions:").with(As.role(Role.DATA_OFFICER)))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "longitude=NaN&latitude=27.8",
                "longitude=Infinity&latitude=27.8",
                "longitude=113.9&latitude=-Infinity",
                "longitude=180.1&latitude=27.8",
                "longitude=113.9&latitude=90.1"
            })
    void refusesAPlaceThatIsNowhereOnEarthNamingTheCoordinateAndItsBounds(String place) throws Exception {
        boolean east = !place.startsWith("longitude=113.9");
        mvc.perform(get("/api/places/locate?" + place).with(As.role(Role.STEWARD)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail")
                        .value(Matchers.matchesPattern(
                                east
                                        ? "longitude（经度）须为 -180 至 180 .* · longitude must be .* -180 to 180, not .*"
                                        : "latitude（纬度）须为 -90 至 90 .* · latitude must be .* -90 to 90, not .*")));
    }

    @Test
    void hasNoVillageForAPlaceOnEarthButOutsideTheCity() throws Exception {
        mvc.perform(get("/api/places/locate?longitude=-180&latitude=90").with(As.role(Role.STEWARD)))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "STEWARD, /api/registry/doubts",
        "AUDITOR, /api/audit",
        "STEWARD, /api/resources",
        "STEWARD, /api/exchange/findings",
        "STEWARD, /api/subscriptions"
    })
    void findsNothingOnAPageBeyondTheLastInsteadOfAskingTheDatabaseBackwards(Role role, String address)
            throws Exception {
        mvc.perform(get(address).param("page", "2147483647").with(As.role(role)))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/subscriptions?page=first, 400, 参数 page 应为, parameter page must",
        "GET, /api/exchange/batches/roads.lamp/x/1, 400, 参数 lane 应为, parameter lane must",
        "PATCH, /api/subscriptions, 405, 请用 GET, use GET",
        "POST, /api/subscriptions, 415, Content-Type 应为, Content-Type must",
        "GET, /api/no-such-thing, 404, 没有 /api/no-such-thing, no address /api/no-such-thing",
        "GET, /api/audit, 403, 缺少权限 audit.read, the right audit.read is missing"
    })
    void tellsInBothLanguagesWhereAndHowWhateverTheFrameworkRefuses(
            String method, String address, int status, String zh, String en) throws Exception {
        mvc.perform(request(HttpMethod.valueOf(method), address)
                        .contentType("text/csv")
                        .content("a,b")
                        .with(As.role(Role.STEWARD)))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.detail").value(Matchers.matchesPattern(".*" + zh + ".* · .*" + en + ".*")));
    }

    @Test
    void takesAPurposeOfASentenceAndNotOfABook() throws Exception {
        mvc.perform(get("/api/resources/none.such/rows")
                        .param("purpose", "核".repeat(401))
                        .with(As.role(Role.STEWARD)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("400")));
        mvc.perform(get("/api/resources/none.such/rows")
                        .param("purpose", "核".repeat(400))
                        .with(As.role(Role.STEWARD)))
                .andExpect(status().isNotFound());
    }
}
