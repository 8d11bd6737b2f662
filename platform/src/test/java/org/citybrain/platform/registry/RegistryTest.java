package org.citybrain.platform.registry;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.identity.internal.As;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PlatformTest
class RegistryTest {
    private static final String ID = "360999198506150014";
    private static final String VILLAGE = "360902001001";
    private static final String REASON = "?purpose=visit&legalBasis=law";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Home home;

    private String ref;

    @BeforeEach
    void tellOfOnePersonInTwoSources() {
        ref = new OpaqueIds(home.config().get("opaque.key"), home.node()).person(ID);
        fact(
                "public_security.person",
                "1",
                "{\"id_number\":\"%s\",\"id_number_ref\":\"%s\",\"name\":\"吴样例\",\"sex\":\"1\",\"region_code\":\"%s\"}");
        fact(
                "health_insurance.enrolment",
                "7",
                "{\"id_number\":\"%s\",\"id_number_ref\":\"%s\",\"name\":\"吴例样\",\"plan\":\"居民\",\"year\":\"2026\",\"region_code\":\"%s\"}");
    }

    @Test
    void findsAPersonByNumberAndShowsItMasked() throws Exception {
        mvc.perform(search("{\"idNumber\":\"" + ID + "\",\"purpose\":\"核验\",\"legalBasis\":\"条例\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].ref").value(ref))
                .andExpect(jsonPath("$[0].maskedName").value("吴**"))
                .andExpect(content().string(not(containsString(ID))));
    }

    @Test
    void refusesASearchWithoutLegalBasis() throws Exception {
        mvc.perform(search("{\"idNumber\":\"" + ID + "\",\"purpose\":\"核验\"}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("registry.reason-missing"));
    }

    @Test
    void refusesANumberWithAWrongCheckDigit() throws Exception {
        mvc.perform(search("{\"idNumber\":\"360999198506150015\",\"purpose\":\"a\",\"legalBasis\":\"b\"}"))
                .andExpect(jsonPath("$.code").value("registry.id-number-wrong"))
                .andExpect(jsonPath("$.detail").value("校验码不符 · its check digit does not fit"));
    }

    @Test
    void findsAPersonByANumberInAnyWriting() throws Exception {
        for (String written : List.of("360999 19850615 0014", "360999-19850615-0014", "３６０９９９１９８５０６１５００１４")) {
            mvc.perform(search("{\"idNumber\":\"" + written + "\",\"purpose\":\"a\",\"legalBasis\":\"b\"}"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$[0].ref").value(ref));
        }
    }

    @Test
    void namesTheSourceAndReceiptOfEachFieldAndWhoDiffers() throws Exception {
        mvc.perform(get("/api/registry/persons/" + ref + REASON).with(As.role(Role.STEWARD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.fields[?(@.field=='name')].resource").value("public_security.person"))
                .andExpect(jsonPath("$.fields[?(@.field=='name')].receipt").value("public_security.person/0/1/0"))
                .andExpect(jsonPath("$.fields[?(@.field=='name')].others[0]").value("health_insurance.enrolment"))
                .andExpect(jsonPath("$.fields[?(@.field=='plan')].value").value("居民"));
    }

    @Test
    void namesCodesAndWordsInBothLanguages() throws Exception {
        fact(
                "public_security.household_member",
                "3",
                "{\"id_number\":\"%s\",\"id_number_ref\":\"%s\",\"household_no_ref\":\"h-words\",\"relation\":\"户主\",\"kind\":\"户籍\",\"region_code\":\"%s\"}");
        mvc.perform(get("/api/registry/persons/" + ref + REASON).with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$.fields[?(@.field=='sex')].value").value("男"))
                .andExpect(jsonPath("$.fields[?(@.field=='sex')].words.en").value("Male"))
                .andExpect(jsonPath("$.fields[?(@.field=='plan')].words.en").value("Residents"))
                .andExpect(jsonPath("$.households[0].relation.en").value("Head"))
                .andExpect(jsonPath("$.households[0].kind.zh").value("户籍"));
    }

    @Test
    void writesEachReadToTheLedger() throws Exception {
        mvc.perform(get("/api/registry/persons/" + ref + REASON).with(As.role(Role.STEWARD)));
        mvc.perform(get("/api/registry/persons/" + ref + "/reads").with(As.role(Role.AUDITOR)))
                .andExpect(jsonPath("$", hasSize(greaterThanOrEqualTo(1))))
                .andExpect(jsonPath("$[0].purpose").value("visit"));
    }

    @Test
    void refusesAPersonOfAnotherRegion() throws Exception {
        mvc.perform(get("/api/registry/persons/" + ref + REASON).with(As.role(Role.GRID_WORKER, "360921")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("registry.outside-region"));
    }

    @Test
    void unmasksForAStewardOnly() throws Exception {
        mvc.perform(get("/api/registry/persons/" + ref + REASON + "&unmask=true")
                        .with(As.role(Role.GRID_WORKER, "360902")))
                .andExpect(jsonPath("$.code").value("registry.unmask-refused"));
        mvc.perform(get("/api/registry/persons/" + ref + REASON + "&unmask=true")
                        .with(As.role(Role.STEWARD)))
                .andExpect(content().string(containsString(ID)));
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder search(String body) {
        return post("/api/registry/persons/search")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(As.role(Role.STEWARD));
    }

    private void fact(String resource, String key, String fields) {
        jdbc.sql(
                        "insert into pool.fact(resource, key, fields, lookups, lane, sequence, row_no, op, source_time, known_time)"
                                + " values (:resource, :key, cast(:fields as jsonb), array['id_number_ref=' || :ref], 0, 1, 0, 'r', now(), now())"
                                + " on conflict do nothing")
                .param("resource", resource)
                .param("key", key)
                .param("fields", fields.formatted(ID, ref, VILLAGE))
                .param("ref", ref)
                .update();
    }
}
