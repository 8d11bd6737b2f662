package org.citybrain.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.citybrain.kernel.code.IdentityNumber;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A steward of one county has nothing to do with a pair of which one lives elsewhere, by any address that names a pair. */
@PlatformTest
class PairAdmissionTest {
    private static final String NUMBER = "36099919850615" + "66";
    private static final String HERE = "360983001001";
    private static final String WHY = "?purpose=visit&legalBasis=law";
    private static final RequestPostProcessor CITY = As.role(Role.STEWARD);
    private static final RequestPostProcessor COUNTY = As.role(Role.STEWARD, "360983");
    private static long sequence = 8_000_000;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RowsListener rows;

    @Autowired
    private Home home;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private String here;
    private String far;
    private long near;
    private long across;

    @BeforeEach
    void tellOfThreePersonsInTwoCounties() {
        here = person(1, HERE);
        String neighbour = person(2, HERE);
        far = person(3, "360902001001");
        near = doubt(here, neighbour);
        across = doubt(here, far);
    }

    private static String number(int order) {
        String digits = NUMBER + order;
        return digits + IdentityNumber.checkOf(digits);
    }

    private String person(int order, String village) {
        String number = number(order);
        String ref = new OpaqueIds(home.config().get("opaque.key"), home.node()).person(number);
        take("public_security.person", "pair-" + order, number, ref, "钱某" + order, village);
        return ref;
    }

    private void take(String resource, String key, String number, String ref, String name, String village) {
        Map<String, @Nullable String> fields =
                Map.of("id_number", number, "id_number_ref", ref, "name", name, "region_code", village);
        long now = System.currentTimeMillis() * 1000;
        RowChange change = new RowChange(resource, "u", key, null, fields, 0, ++sequence, 0, now, now);
        rows.on(List.of(TopicMessage.of(rows.topic(), resource + "/x", WireJson.write(change))));
    }

    private long doubt(String a, String b) {
        String record = "(select min(id) from registry.record where entity = ? and not deleted)";
        return jdbc.sql("insert into registry.doubt(kind, record_a, record_b, cause, bits, found_at)"
                        + " select 'person', least(x, y), greatest(x, y), 'CLERICAL', 1, now()"
                        + " from (select " + record + " x, " + record + " y) pair"
                        + " on conflict (record_a, record_b) do update set bits = 1 returning id")
                .params(a, b)
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse answer(HttpMethod how, String address, String body, RequestPostProcessor who)
            throws Exception {
        return mvc.perform(request(how, URI.create(address))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(who))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse post(String address, String body, RequestPostProcessor who) throws Exception {
        return answer(HttpMethod.POST, "/api/registry" + address, body, who);
    }

    private MockHttpServletResponse look(String address, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(URI.create(address)).with(who)).andReturn().getResponse();
    }

    private static String merge(String a, String b) {
        return "{\"a\":\"" + a + "\",\"b\":\"" + b + "\",\"reason\":\"同一人\"}";
    }

    private static String rulingOf(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return answer.getContentAsString().replaceAll("\\D", "");
    }

    private void undo(String ruling) throws Exception {
        assertThat(post("/rulings/" + ruling + "/undo", "{\"reason\":\"误并\"}", CITY)
                        .getStatus())
                .isEqualTo(200);
    }

    /** Every way of the registry that takes the number of a pair or of a ruling on one. */
    private List<Map.Entry<HttpMethod, String>> ways(long doubt, String ruling) {
        List<Map.Entry<HttpMethod, String>> ways = new ArrayList<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/registry/") && pattern.contains("{id}"))
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> {
                                    String id = pattern.contains("/rulings/") ? ruling : String.valueOf(doubt);
                                    ways.add(Map.entry(
                                            HttpMethod.valueOf(verb.name()), pattern.replace("{id}", id) + WHY));
                                })));
        assertThat(ways).hasSizeGreaterThanOrEqualTo(3);
        return ways;
    }

    @Test
    void refusesEveryWayToAPairOfWhichOneLivesElsewhere() throws Exception {
        String ruling = rulingOf(post("/doubts/" + across + "/ruling", "{\"same\":false,\"reason\":\"两人\"}", CITY));
        across = doubt(here, far);
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<HttpMethod, String> way : ways(across, ruling)) {
            MockHttpServletResponse answer =
                    answer(way.getKey(), way.getValue(), "{\"same\":true,\"reason\":\"同一人\"}", COUNTY);
            all.assertThat(answer.getStatus()).as(way.toString()).isEqualTo(403);
            all.assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                    .as(way.toString())
                    .contains("registry.outside-region", "您的辖区是 360983 · your region is 360983");
        }
        for (String body : List.of(merge(here, far), merge(far, here))) {
            all.assertThat(post("/merges", body, COUNTY).getStatus()).as(body).isEqualTo(403);
        }
        all.assertThat(look("/api/sources/comparison:" + across, COUNTY).getStatus())
                .isEqualTo(404);
        all.assertThat(look("/api/sources/comparison:" + across, CITY).getStatus())
                .isEqualTo(200);
        all.assertAll();
    }

    @Test
    void listsThosePairsAloneOfWhichBothLiveInTheCounty() throws Exception {
        assertThat(ids(look("/api/registry/doubts", COUNTY))).contains(near).doesNotContain(across);
        assertThat(ids(look("/api/registry/doubts", As.role(Role.STEWARD, "360902"))))
                .doesNotContain(near, across);
        assertThat(ids(look("/api/registry/doubts", CITY))).contains(near, across);
        assertThat(ids(look("/api/registry/doubts?page=2147483647", COUNTY))).isEmpty();
    }

    private static List<Long> ids(MockHttpServletResponse answer) throws Exception {
        List<Long> ids = new ArrayList<>();
        WireJson.read(answer.getContentAsByteArray(), com.fasterxml.jackson.databind.JsonNode.class)
                .forEach(doubt -> ids.add(doubt.path("id").asLong()));
        return ids;
    }

    @Test
    void letsTheCountysStewardDecideOnItsOwn() throws Exception {
        assertThat(look("/api/registry/doubts/" + near + WHY, COUNTY).getStatus())
                .isEqualTo(200);
        String ruling = rulingOf(post("/doubts/" + near + "/ruling", "{\"same\":true,\"reason\":\"同一人\"}", COUNTY));
        assertThat(post("/rulings/" + ruling + "/undo", "{\"reason\":\"误并\"}", COUNTY)
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void letsNoCountyPartWhatTheCityMadeOneOfTwoCounties() throws Exception {
        String ruling = rulingOf(post("/merges", merge(here, far), CITY));
        for (String county : List.of("360983", "360902")) {
            assertThat(post("/rulings/" + ruling + "/undo", "{\"reason\":\"误并\"}", As.role(Role.STEWARD, county))
                            .getStatus())
                    .as(county)
                    .isEqualTo(403);
        }
        undo(ruling);
    }

    @Test
    void tellsTheTrailOfATryElsewhere() throws Exception {
        String tries = "select count(*) from audit.entry where event = 'access-refused' and subject = ?";
        int before =
                jdbc.sql(tries).param("entity:" + here).query(Integer.class).single();
        post("/merges", merge(here, far), COUNTY);
        assertThat(jdbc.sql(tries).param("entity:" + here).query(Integer.class).single())
                .isEqualTo(before + 1);
    }

    @Test
    void opensAPairThatStandsUnderOneNumber() throws Exception {
        take("housing_fund.personal_account", "pair-4", number(1), here, "孙乙", HERE);
        long one = jdbc.sql("select d.id from registry.doubt d join registry.record a on a.id = d.record_a"
                        + " join registry.record b on b.id = d.record_b where d.cause = 'NAME' and a.entity = ?"
                        + " and b.entity = a.entity")
                .param(here)
                .query(Long.class)
                .single();
        assertThat(look("/api/registry/doubts/" + one + WHY, COUNTY).getStatus())
                .isEqualTo(200);
    }
}
