package org.citybrain.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

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
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever may not read a person gets nothing of it by any other way: all ways that take an id are tried, also those to come. */
@PlatformTest
class AdmissionTest {
    private static final String NUMBER = "36099919850615" + "77";
    private static final String WHY = "?purpose=visit&legalBasis=law";
    private static long sequence = 9_000_000;

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

    private String number;
    private String wanted;
    private String ref;

    @BeforeEach
    void tellOfOnePersonWhoseNumberIsCorrected() throws Exception {
        number = number(NUMBER, 1);
        wanted = number(NUMBER, 2);
        ref = new OpaqueIds(home.config().get("opaque.key"), home.node()).person(number);
        person("赵某甲");
        person("赵某乙");
        if (jdbc.sql("select count(*) from registry.correction where entity = ?")
                        .param(ref)
                        .query(Integer.class)
                        .single()
                == 0) {
            Map<String, String> body = Map.of("field", "id_number", "wanted", wanted, "reason", "本人持证更正");
            mvc.perform(post("/api/registry/persons/" + ref + "/corrections")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(new String(WireJson.write(body), StandardCharsets.UTF_8))
                            .with(As.role(Role.STEWARD)))
                    .andReturn();
        }
        assertThat(answer("/api/registry/persons/" + ref + "/corrections" + WHY, As.role(Role.STEWARD))
                        .getContentAsString())
                .contains("\"wanted\":\"" + IdentityNumber.mask(wanted));
    }

    private static String number(String start, int order) {
        String digits = start + order;
        return digits + IdentityNumber.checkOf(digits);
    }

    private void person(String name) {
        Map<String, @Nullable String> fields = Map.of(
                "id_number", number, "id_number_ref", ref, "name", name, "sex", "1", "region_code", "360983001001");
        long now = System.currentTimeMillis() * 1000;
        RowChange change =
                new RowChange("public_security.person", "u", "admitted", null, fields, 0, ++sequence, 0, now, now);
        rows.on(List.of(TopicMessage.of(rows.topic(), "public_security.person/x", WireJson.write(change))));
    }

    private MockHttpServletResponse answer(String address, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(URI.create(address)).with(who)).andReturn().getResponse();
    }

    /** Every address of the registry that takes an id, with this one in its place. */
    private List<String> ways(String id) {
        List<String> ways = new ArrayList<>();
        mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/registry/") && pattern.contains("{ref}"))
                .forEach(pattern -> kinds(pattern).forEach(one -> ways.add(one.replace("{ref}", id))));
        assertThat(ways).hasSizeGreaterThan(12);
        return ways;
    }

    private static List<String> kinds(String pattern) {
        if (pattern.contains("{kind:")) {
            String all = pattern.substring(pattern.indexOf(':') + 1, pattern.indexOf('}'));
            return List.of(all.split("\\|")).stream()
                    .map(kind -> pattern.replace("{kind:" + all + "}", kind) + WHY)
                    .toList();
        }
        if (pattern.contains("{kind}")) {
            return List.of(pattern.replace("{kind}", "licence") + WHY, pattern.replace("{kind}", "credit") + WHY);
        }
        if (pattern.endsWith("/changes")) {
            return List.of("person", "firm", "licence", "credit").stream()
                    .map(kind -> pattern + WHY + "&kind=" + kind)
                    .toList();
        }
        return List.of(pattern + WHY);
    }

    @Test
    void tellsNothingOfAPersonOfAnotherRegionByAnyWay() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Role role : List.of(Role.GRID_WORKER, Role.STEWARD)) {
            for (String way : ways(ref)) {
                MockHttpServletResponse answer = answer(way, As.role(role, "360902"));
                all.assertThat(answer.getStatus()).as(role + " " + way).isIn(403, 404);
            }
        }
        all.assertAll();
    }

    @Test
    void tellsNobodyAWholeNumberByAnyWay() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Role role : List.of(Role.GRID_WORKER, Role.DEPARTMENT_OFFICER, Role.MACHINE)) {
            for (String id : List.of(ref, "%20", "no-such-id")) {
                for (String way : ways(id)) {
                    String told = answer(way, As.role(role)).getContentAsString(StandardCharsets.UTF_8);
                    all.assertThat(told).as(role + " " + way).doesNotContain(number, wanted, "赵某");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void knowsNoBlankAndNoUnknownId() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String id : List.of("%20", "no-such-id")) {
            for (String way : ways(id)) {
                if (!way.contains("/reads")) {
                    all.assertThat(answer(way, As.role(Role.STEWARD)).getStatus())
                            .as(way)
                            .isEqualTo(404);
                }
            }
        }
        all.assertAll();
    }

    @Test
    void takesNoPersonForAFirmOrAPaper() throws Exception {
        for (String way : List.of("firms/" + ref, "firms/" + ref + "/corrections", "credit/" + ref + "/corrections")) {
            assertThat(answer("/api/registry/" + way + WHY, As.role(Role.STEWARD))
                            .getStatus())
                    .as(way)
                    .isEqualTo(404);
        }
    }

    @Test
    void asksWhyBeforeAnythingOfAPersonIsTold() throws Exception {
        for (String way : List.of(
                "persons/" + ref,
                "persons/" + ref + "/firms",
                "persons/" + ref + "/corrections",
                "papers/licence/of-person/" + ref,
                "papers/credit/of-person/" + ref,
                "entities/" + ref + "/changes",
                "entities/" + ref + "/history")) {
            MockHttpServletResponse answer = answer("/api/registry/" + way, As.role(Role.STEWARD));
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                    .as(way)
                    .contains("registry.reason-missing");
        }
    }

    @Test
    void tellsTheLedgerOfWhateverIsReadOfAPerson() throws Exception {
        for (String way : List.of("persons/%s/corrections", "entities/%s/changes", "entities/%s/history")) {
            assertThat(answer("/api/registry/" + way.formatted(ref) + WHY, As.role(Role.GRID_WORKER, "360983"))
                            .getStatus())
                    .as(way)
                    .isEqualTo(200);
        }
        assertThat(answer("/api/registry/persons/" + ref + "/reads", As.role(Role.AUDITOR))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("\"corrections\"", "\"changes\"", "\"history\"");
    }
}
