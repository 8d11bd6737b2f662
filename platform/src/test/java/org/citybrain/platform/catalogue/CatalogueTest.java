package org.citybrain.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Optional;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.kernel.wire.SchemaObserved;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.identity.internal.As;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.topics.InMemoryTopicPort;
import org.citybrain.platform.topics.TopicMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** From registration over the first shape to a grant, as gateways and intake see it on the topic. */
@PlatformTest
class CatalogueTest {

    private static final Bilingual PURPOSE = new Bilingual("防返贫监测", "Preventing poverty");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private InMemoryTopicPort port;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Needs needs;

    @Test
    void acceptsTheFirstShapeThatMatchesAndAsksAPersonForTheNext() throws Exception {
        register("water.meter", "CONDITIONAL");
        observe(
                "water.meter",
                List.of(column("meter_no", "bigint", true), column("id_number", "character varying(18)", false)));
        await().until(() ->
                entry("water.meter").filter(e -> e.versions().size() == 1).isPresent());
        ResourceEntry first = entry("water.meter").orElseThrow();
        assertThat(first.versions().getFirst().version()).isEqualTo(1);
        assertThat(first.versions().getFirst().fields().get(1).element()).isEqualTo("identity-number");

        List<FieldSpec> wider = List.of(
                column("meter_no", "bigint", true),
                column("id_number", "character varying(18)", false),
                column("remark", "text", false));
        long fingerprint = observe("water.meter", wider);
        await().until(() -> catalogue.listVersions("water.meter").size() == 2);
        assertThat(entry("water.meter").orElseThrow().versions()).hasSize(1);
        mvc.perform(get("/api/resources/water.meter").with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$.versions[?(@.state=='PENDING')].fingerprint")
                        .value(Long.toString(fingerprint)));

        mvc.perform(post("/api/resources/water.meter/versions/" + fingerprint + "/accept")
                        .with(As.role(Role.STEWARD)))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/resources/water.meter/versions/" + fingerprint + "/accept")
                        .with(As.role(Role.DATA_OFFICER)))
                .andExpect(status().isNoContent());
        await().until(() -> entry("water.meter").orElseThrow().versions().size() == 2);
        assertThat(catalogue.find("water.meter").orElseThrow().fields())
                .extracting(DataField::name)
                .containsExactly("meter_no", "id_number", "remark");
    }

    @Test
    void takesAShapeThatWasSeenBeforeTheRegistration() throws Exception {
        observe("water.early", List.of(column("meter_no", "bigint", true), column("id_number", "text", false)));
        await().until(() -> catalogue.listVersions("water.early").size() == 1);
        register("water.early", "UNCONDITIONAL");
        await().until(() ->
                entry("water.early").filter(e -> e.versions().size() == 1).isPresent());
    }

    @Test
    void registersTheSameTwiceWithoutAChange() throws Exception {
        register("water.twice", "CONDITIONAL");
        mvc.perform(registration("water.twice", "CONDITIONAL"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(false));
    }

    @Test
    void grantsByShareTypeAndPutsTheNeedIntoTheEntry() throws Exception {
        register("water.free", "UNCONDITIONAL");
        register("water.closed", "NOT_SHARED");
        register("water.asked", "CONDITIONAL");
        assertThat(need("water.free").state()).isEqualTo(Need.State.GRANTED);
        assertThat(need("water.closed").state()).isEqualTo(Need.State.REFUSED);
        Need asked = need("water.asked");
        assertThat(asked.state()).isEqualTo(Need.State.GRANTED);
        assertThat(asked.decisionBasis()).contains("样例城市").contains("第809号");
        await().until(() ->
                entry("water.free").filter(e -> e.needs().size() == 1).isPresent());
        assertThat(entry("water.free").orElseThrow().needs().getFirst().lookup())
                .containsExactly("id_number");
        assertThat(entry("water.closed").orElseThrow().needs()).isEmpty();
        needs.withdraw("test-scene");
        await().until(() -> entry("water.free").orElseThrow().needs().isEmpty());
    }

    @Test
    void refusesAnUnknownFieldAndAMissingLegalBasis() throws Exception {
        register("water.strict", "UNCONDITIONAL");
        assertThatThrownBy(() -> needs.grant("s", "water.strict", List.of("nothing"), List.of(), PURPOSE, "法"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nothing");
        assertThatThrownBy(() -> needs.grant("s", "water.strict", List.of("meter_no"), List.of(), PURPOSE, " "))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> needs.grant("s", "water.none", List.of("meter_no"), List.of(), PURPOSE, "法"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void findsByChineseWordsAndCountsFacets() throws Exception {
        register("water.searched", "CONDITIONAL");
        mvc.perform(get("/api/resources").param("q", "水表 searched").with(As.role(Role.LEADER)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.rows[0].title.zh").value("水表登记"))
                .andExpect(jsonPath("$.facets.department[0].value").value("water"));
        mvc.perform(get("/api/resources").param("q", "100%_nothing").with(As.role(Role.LEADER)))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void refusesAResourceOutsideItsDepartmentWithAdvice() throws Exception {
        mvc.perform(post("/api/resources")
                        .with(As.machine())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"resource\":\"fire.truck\",\"department\":\"water\",\"title\":\"x\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("catalogue.bad-registration"));
    }

    private Need need(String resource) {
        return needs.grant(
                "test-scene", resource, List.of("meter_no"), List.of("id_number"), PURPOSE, "政务数据共享条例（第809号）");
    }

    private void register(String resource, String shareType) throws Exception {
        mvc.perform(registration(resource, shareType)).andExpect(status().is2xxSuccessful());
    }

    private static org.springframework.test.web.servlet.RequestBuilder registration(String resource, String shareType) {
        String body = """
                {"resource":"%s","department":"water","code":"202001/00009","title":{"zh":"水表登记","en":"Water meters"},
                 "abstract":{"zh":"用水户与水表","en":"Users and meters"},"resourceClass":"THEME","format":"DATABASE",
                 "shareType":"%s","shareCondition":{"zh":"仅限救助","en":"Assistance only"},"shareBasis":"政务数据共享条例",
                 "openType":"NOT_OPEN","updateCycle":"DAILY","fields":[
                  {"name":"meter_no","title":{"zh":"水表号","en":"Meter"},"sourceType":"bigint","nullable":false,"key":true},
                  {"name":"id_number","title":"公民身份号码","sourceType":"character varying(18)","length":18,
                   "nullable":true,"key":false,"element":"identity-number"}]}""".formatted(resource, shareType);
        return post("/api/resources")
                .with(As.machine())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private long observe(String resource, List<FieldSpec> fields) {
        long fingerprint = SchemaVersion.fingerprintOf(fields);
        SchemaObserved observed = new SchemaObserved(resource, fingerprint, fields, 1_700_000_000_000_000L, null);
        port.send(List.of(TopicMessage.of(Topics.SCHEMAS, resource, WireJson.write(observed))));
        return fingerprint;
    }

    private Optional<ResourceEntry> entry(String resource) {
        return port.sent(Topics.CATALOGUE).stream()
                .filter(message -> message.key().equals(resource))
                .reduce((earlier, later) -> later)
                .map(message -> message.as(ResourceEntry.class));
    }

    private static FieldSpec column(String name, String type, boolean key) {
        return FieldSpec.ofColumn(name, type, !key, key);
    }
}
