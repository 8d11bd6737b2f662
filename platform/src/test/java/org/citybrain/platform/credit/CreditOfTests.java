package org.citybrain.platform.credit;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.kernel.wire.RowChange;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.identity.internal.As;
import org.citybrain.platform.registry.resolve.RowsListener;
import org.citybrain.platform.topics.TopicMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** One firm of a test, the rows that departments tell of it, and the people who deal with them. */
final class CreditOfTests {
    static final String PENALTY = "market_regulation.penalty";
    static final String LIST = "market_regulation.serious_violation";
    private static final String STREET = "urban_management.penalty";
    private static final String GRADE = "tax.a_taxpayer";
    private static final String CODE = "91360999MACR002811";
    private static long sequence = 5_000_000;

    private final MockMvc mvc;
    private final RowsListener rows;
    private final OpaqueIds ids;
    private final LocalDate today;

    CreditOfTests(MockMvc mvc, RowsListener rows, CityTime time, Home home) {
        this.mvc = mvc;
        this.rows = rows;
        this.ids = new OpaqueIds(home.config().get("opaque.key"), home.node());
        this.today = LocalDate.now(time.clock());
    }

    String firm() {
        return ids.firm(CODE);
    }

    void business() {
        take("market_regulation.business", "credit-1", "credit_code", CODE, "title", "明岳百货", "status", "存续");
    }

    /** The day that lies some months from another that lies some months from today. */
    String day(int months, int more) {
        return today.plusMonths(months).plusMonths(more).toString();
    }

    String penalty(String number, String severity, int monthsAgo, boolean done, String status) {
        return penalty(number, severity, monthsAgo, done, status, "1000.00");
    }

    String penalty(String number, String severity, int monthsAgo, boolean done, String status, String fine) {
        String decided = today.minusMonths(monthsAgo).toString();
        take(
                PENALTY,
                number,
                "document_no",
                number,
                "credit_code",
                CODE,
                "title",
                "明岳百货",
                "fine",
                fine,
                "severity",
                severity,
                "decided_on",
                decided,
                "fulfilled_on",
                done ? decided : null,
                "status",
                status);
        return ids.creditRecord(PENALTY, number);
    }

    /** Of city management, whose table tells neither a state nor duties. */
    String street(String number, int monthsAgo) {
        take(
                STREET,
                number,
                "document_no",
                number,
                "party_credit_code",
                CODE,
                "party_name",
                "明岳百货",
                "fine",
                "500.00",
                "decided_on",
                today.minusMonths(monthsAgo).toString());
        return ids.creditRecord(STREET, number);
    }

    /** Of city management, about a person. */
    String streetOf(String number, String idNumber, String name) {
        take(
                STREET,
                number,
                "document_no",
                number,
                "party_id_number",
                idNumber,
                "party_name",
                name,
                "fine",
                "500.00",
                "decided_on",
                today.minusMonths(2).toString());
        return ids.creditRecord(STREET, number);
    }

    String person(String idNumber) {
        return ids.person(idNumber);
    }

    String listed(String number, int monthsAgo, boolean done, String status) {
        String from = today.minusMonths(monthsAgo).toString();
        take(
                LIST,
                number,
                "list_no",
                number,
                "credit_code",
                CODE,
                "title",
                "明岳百货",
                "listed_on",
                from,
                "fulfilled_on",
                done ? from : null,
                "status",
                status);
        return ids.creditRecord(LIST, number);
    }

    String praised(String number) {
        String from = today.minusMonths(6).toString();
        take(
                GRADE,
                number,
                "rating_no",
                number,
                "credit_code",
                CODE,
                "title",
                "明岳百货",
                "published_on",
                from,
                "valid_until",
                today.plusMonths(6).toString());
        return ids.creditRecord(GRADE, number);
    }

    private void take(String resource, String key, @Nullable String... pairs) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        long now = System.currentTimeMillis() * 1000;
        RowChange change = new RowChange(resource, "u", key, null, fields, 0, ++sequence, 0, now, now);
        rows.on(List.of(TopicMessage.of(rows.topic(), resource + "/x", WireJson.write(change))));
    }

    /** The desk clerk asks. */
    ResultActions ask(String path, Map<String, ?> body) throws Exception {
        return as(Role.TOWN_OFFICER, path, body);
    }

    ResultActions as(Role role, String path, Map<String, ?> body) throws Exception {
        return send(path, body, As.role(role));
    }

    /** The officer of the department that found the faults. */
    ResultActions officer(String path, Map<String, ?> body) throws Exception {
        return officerOf("market_regulation", path, body);
    }

    ResultActions officerOf(String department, String path, Map<String, ?> body) throws Exception {
        return send(path, body, officerOf(department));
    }

    private static RequestPostProcessor officerOf(String department) {
        return As.caller(new Caller(department + "-officer", "经办人", Set.of(Role.DEPARTMENT_OFFICER), "", department));
    }

    ResultActions openOf(String department) throws Exception {
        return mvc.perform(get("/api/credit/files").with(officerOf(department)));
    }

    private ResultActions send(String path, Map<String, ?> body, RequestPostProcessor who) throws Exception {
        return mvc.perform(post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(WireJson.write(body))
                .with(who));
    }

    ResultActions file(String record) throws Exception {
        return mvc.perform(get("/api/credit/files/" + record).with(As.role(Role.STEWARD)));
    }

    String id(ResultActions answer) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8), "$.id");
    }
}
