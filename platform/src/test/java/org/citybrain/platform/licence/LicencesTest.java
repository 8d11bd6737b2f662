package org.citybrain.platform.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.code.LicenceId;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.wire.RowChange;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.identity.internal.As;
import org.citybrain.platform.registry.resolve.RowsListener;
import org.citybrain.platform.topics.TopicMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** An e-licence from its issue to its end, as steward, holder and checker meet it. */
@PlatformTest
class LicencesTest {
    private static final String FOOD = "market_regulation.food_licence";
    private static final String DRIVING = "public_security.driving_licence";
    private static final String DRIVER = "360999198506150014";
    private static long sequence = 900_000;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private RowsListener rows;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Home home;

    private OpaqueIds ids() {
        return new OpaqueIds(home.config().get("opaque.key"), home.node());
    }

    private String food(String number, String until) {
        take(
                FOOD,
                number,
                "licence_code",
                number,
                "title",
                "秀水食品",
                "credit_code",
                "91360999MACB00017W",
                "items",
                "预包装食品",
                "issued_on",
                "2024-01-05",
                "valid_until",
                until,
                "status",
                "有效");
        return ids().licence(FOOD, number);
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

    private ResultActions issue(String paper) throws Exception {
        return send("/api/licences", Map.of("paper", paper, "purpose", "holder asked", "legalBasis", "law"));
    }

    private ResultActions send(String path, Map<String, ?> body) throws Exception {
        return mvc.perform(post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(WireJson.write(body))
                .with(As.role(Role.STEWARD)));
    }

    private static String read(ResultActions answer, String path) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8), path);
    }

    private String issued(String paper) throws Exception {
        return read(issue(paper).andExpect(status().isOk()), "$.identifier");
    }

    private ResultActions document(String identifier) throws Exception {
        return mvc.perform(get("/api/licences/" + identifier + "/document?purpose=hand over&legalBasis=law")
                .with(As.role(Role.STEWARD)));
    }

    private String stateOf(String paper) throws Exception {
        return read(mvc.perform(get("/api/licences?paper=" + paper).with(As.role(Role.STEWARD))), "$[0].state");
    }

    @Test
    void issuesADocumentThatAnybodyCanVerifyWithThePublicKey() throws Exception {
        String identifier = issued(food("JY-1", "2099-12-31"));
        assertThat(LicenceId.problemOf(identifier)).isEmpty();

        ResultActions taken = document(identifier);
        String text = read(taken, "$.document");
        String signature = read(taken, "$.signature");
        Sm2.Verifier verifier = new Sm2.Verifier(read(taken, "$.publicKey"));
        byte[] der = HexFormat.of().parseHex(signature);
        assertThat(verifier.verify(text.getBytes(StandardCharsets.UTF_8), der)).isTrue();
        assertThat(text).contains(identifier, "秀水食品", "JY-1", "2099-12-31");

        String forged = text.replace("2099", "2199");
        assertThat(verifier.verify(forged.getBytes(StandardCharsets.UTF_8), der))
                .isFalse();
        send("/api/licences/verification", Map.of("document", text, "signature", signature))
                .andExpect(jsonPath("$.state").value("VALID"));
        send("/api/licences/verification", Map.of("document", forged, "signature", signature))
                .andExpect(jsonPath("$.state").value("FORGED"));
        send("/api/licences/verification", Map.of("document", text, "signature", "not hexadecimal"))
                .andExpect(jsonPath("$.state").value("FORGED"));
    }

    @Test
    void letsAStrangerCheckByIdentifierAndCodeOnly() throws Exception {
        ResultActions answer = issue(food("JY-2", "2099-12-31"));
        String identifier = read(answer, "$.identifier");
        String code = read(answer, "$.checkCode");

        mvc.perform(get("/api/public/licences/" + identifier + "?code=" + code))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("VALID"))
                .andExpect(jsonPath("$.holder").value("秀水食品"));
        mvc.perform(get("/check?id=" + identifier))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isNotIn(401, 302, 403));
        mvc.perform(get("/api/public/licences/" + identifier)).andExpect(status().isNotFound());
        mvc.perform(get("/api/public/licences/" + identifier + "?code=000000000000"))
                .andExpect(status().isNotFound());
    }

    @Test
    void revokesForGoodWithASignedStatement() throws Exception {
        ResultActions answer = issue(food("JY-3", "2099-12-31"));
        String identifier = read(answer, "$.identifier");
        String path = "/api/licences/" + identifier + "/revocation";
        send(path, Map.of("reason", " ")).andExpect(jsonPath("$.code").value("licence.revocation-reason-missing"));
        send(path, Map.of("reason", "许可被撤销")).andExpect(jsonPath("$.state").value("REVOKED"));
        send(path, Map.of("reason", "再次")).andExpect(jsonPath("$.code").value("licence.already-revoked"));

        mvc.perform(get("/api/public/licences/" + identifier + "?code=" + read(answer, "$.checkCode")))
                .andExpect(jsonPath("$.state").value("REVOKED"))
                .andExpect(jsonPath("$.revocation").value(containsString(identifier)));
        assertThat(jdbc.sql("select count(*) from audit.entry where event = 'licence-revoked' and subject = ?")
                        .param("licence:" + identifier)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void isNoLongerGoodWhenTheDepartmentsRecordChangesAndIsIssuedAnew() throws Exception {
        String paper = food("JY-4", "2099-12-31");
        String first = issued(paper);
        issue(paper).andExpect(jsonPath("$.code").value("licence.already-issued"));

        food("JY-4", "2101-12-31");
        assertThat(stateOf(paper)).isEqualTo("CHANGED");
        String second = issued(paper);

        assertThat(second).isNotEqualTo(first).contains(".002.");
        mvc.perform(get("/api/licences?paper=" + paper).with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$[0].state").value("VALID"))
                .andExpect(jsonPath("$[1].identifier").value(first))
                .andExpect(jsonPath("$[1].state").value("REVOKED"));
    }

    @Test
    void countsFrom001UnderANewSerialAfterThe999thVersion() throws Exception {
        String paper = food("JY-6", "2099-12-31");
        String first = issued(paper);
        String last = first.replace(".001.", ".999.");
        jdbc.sql("insert into licence.issued (identifier, paper, serial, version, document, signature, check_code,"
                        + " issued_at, issued_by) select ?, paper, serial, 999, document, signature, check_code, issued_at,"
                        + " issued_by from licence.issued where identifier = ?")
                .params(last, first)
                .update();

        food("JY-6", "2101-12-31");
        String next = issued(paper);

        assertThat(LicenceId.problemOf(next)).isEmpty();
        assertThat(next.split("\\.")[8]).isEqualTo("001");
        assertThat(next.split("\\.")[7]).isNotEqualTo(first.split("\\.")[7]);
        mvc.perform(get("/api/licences?paper=" + paper).with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$[0].version").value(1_000))
                .andExpect(jsonPath("$[0].state").value("VALID"));
        food("JY-6", "2103-12-31");
        assertThat(issued(paper).split("\\.")[7]).isEqualTo(next.split("\\.")[7]);
    }

    @Test
    void issuesNothingForARecordThatIsOver() throws Exception {
        issue(food("JY-5", "2020-12-31")).andExpect(jsonPath("$.code").value("licence.not-in-force"));
        issue("no-such-paper").andExpect(status().isNotFound());
    }

    @Test
    void tellsAPersonsLedgerAndMasksThePersonToStrangers() throws Exception {
        take(
                DRIVING,
                "D-1",
                "licence_no",
                "D-1",
                "name",
                "吴样例",
                "id_number",
                DRIVER,
                "licence_class",
                "C1",
                "first_issued_on",
                "2015-03-01",
                "valid_until",
                "2099-03-01",
                "status",
                "正常");
        ResultActions answer = issue(ids().licence(DRIVING, "D-1")).andExpect(status().isOk());
        String identifier = read(answer, "$.identifier");

        mvc.perform(get("/api/registry/persons/" + ids().person(DRIVER) + "/reads")
                        .with(As.role(Role.AUDITOR)))
                .andExpect(jsonPath("$[0].purpose").value("holder asked"));
        mvc.perform(get("/api/public/licences/" + identifier + "?code=" + read(answer, "$.checkCode")))
                .andExpect(jsonPath("$.holder").value("吴**"))
                .andExpect(content().string(not(containsString("吴样例"))));
        document(identifier).andExpect(content().string(not(containsString(DRIVER))));
        send("/api/licences", Map.of("paper", ids().licence(DRIVING, "D-1"), "purpose", "x"))
                .andExpect(jsonPath("$.code").value("registry.reason-missing"));
    }

    @Test
    void letsOnlyThoseIssueWhoMay() throws Exception {
        mvc.perform(post("/api/licences")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"paper\":\"x\"}")
                        .with(As.role(Role.GRID_WORKER)))
                .andExpect(status().isForbidden());
    }
}
