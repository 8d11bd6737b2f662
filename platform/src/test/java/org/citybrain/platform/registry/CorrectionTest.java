package org.citybrain.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.identity.internal.As;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class CorrectionTest {
    private static int persons;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Home home;

    @Autowired
    private CityTime time;

    @Autowired
    private TransactionTemplate transactions;

    private static String number(String birth, int order) {
        String digits = "360999" + birth + "%03d".formatted(order);
        return digits + IdentityNumber.checkOf(digits);
    }

    /** A person that nobody corrected yet; tells the opaque id. */
    private String person() {
        String number = number("19840724", ++persons);
        String ref = new OpaqueIds(home.config().get("opaque.key"), home.node()).person(number);
        Map<String, String> fields = new LinkedHashMap<>(
                Map.of("id_number", number, "id_number_ref", ref, "name", "吴样例", "sex", "1", "phone", "13900000001"));
        fields.put("birth_date", "1984-07-24");
        fields.put("region_code", "360902001001");
        for (String resource : new String[] {"public_security.person", "health.health_record"}) {
            jdbc.sql(
                            "insert into pool.fact(resource, key, fields, lookups, lane, sequence, row_no, op, source_time, known_time)"
                                    + " values (?, ?, ?::jsonb, array['id_number_ref=' || ?], 0, 1, 0, 'r', now(), now())")
                    .params(resource, "corrected-" + persons, new String(WireJson.write(fields)), ref)
                    .update();
        }
        return ref;
    }

    private ResultActions correct(String ref, String field, String wanted, String reason) throws Exception {
        Map<String, String> body = Map.of("field", field, "wanted", wanted, "reason", reason);
        return mvc.perform(post("/api/registry/persons/" + ref + "/corrections")
                .contentType(MediaType.APPLICATION_JSON)
                .content(new String(WireJson.write(body)))
                .with(As.role(Role.STEWARD)));
    }

    private String day(int daysFromNow) {
        return LocalDate.now(time.clock()).plusDays(daysFromNow).toString();
    }

    @Test
    void refusesAValueThatDoesNotFitItsField() throws Exception {
        String ref = person();
        Map<String, String> wrong = Map.of(
                "birth_date", day(1),
                "id_number", "123",
                "sex", "火星",
                "phone", "abc",
                "region_code", "360902",
                "name", "吴".repeat(5_000));
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            correct(ref, each.getKey(), each.getValue(), "本人持证更正")
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.code").value("registry.value-wrong"))
                    .andExpect(jsonPath("$.detail").value(containsString(" · ")));
        }
        for (String birth : List.of("1700-01-01", "1984-02-30", "24.7.1984")) {
            correct(ref, "birth_date", birth, "本人持证更正").andExpect(status().is(422));
        }
        correct(ref, "name", "<b>吴样</b>", "本人持证更正").andExpect(status().is(422));
        correct(ref, "name", "吴\u0007样", "本人持证更正").andExpect(status().is(422));
        correct(ref, "name", "吴\u202e样", "本人持证更正").andExpect(status().is(422));
    }

    @Test
    void tellsWhatIsWrongWithoutRepeatingAnIdentityNumber() throws Exception {
        String wrong = number("19840724", 700).substring(0, 17) + "?";
        correct(person(), "id_number", wrong, "本人持证更正")
                .andExpect(jsonPath("$.detail").value(containsString("公民身份号码：含有不应出现的字符 · Identity number: it holds")))
                .andExpect(content().string(not(containsString(wrong))));
    }

    @Test
    void takesAValueThatFits() throws Exception {
        String ref = person();
        correct(ref, "birth_date", day(0), "当日出生").andExpect(status().isOk());
        correct(ref, "sex", "2", "本人持证更正").andExpect(status().isOk());
        correct(ref, "phone", "139 0000-0002", "本人来电").andExpect(status().isOk());
        correct(ref, "name", "阿依古丽·买买提", "本人持证更正").andExpect(status().isOk());
        correct(ref, "name", "吴".repeat(200), "本人持证更正").andExpect(status().isOk());
    }

    @Test
    void refusesTheSameCorrectionWhileItIsOpen() throws Exception {
        String ref = person();
        correct(ref, "name", "吴更名", "本人持证更正").andExpect(status().isOk());
        correct(ref, "name", " 吴更名 ", "再来一次")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("registry.correction-open"));
        correct(ref, "name", "吴再更名", "又有新证").andExpect(status().isOk());
    }

    /** Readers pass, writers wait: both asked before either could keep its correction. */
    @Test
    void takesOnlyOneOfTwoThatAreAskedAtTheSameInstant() throws Exception {
        String ref = person();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<MockHttpServletResponse>> answers = transactions.execute(status -> {
                jdbc.sql("lock table registry.correction in share mode").update();
                List<Future<MockHttpServletResponse>> asked = List.of(
                        two.submit(() ->
                                correct(ref, "name", "吴同时", "窗口一").andReturn().getResponse()),
                        two.submit(() ->
                                correct(ref, "name", "吴同时", "窗口二").andReturn().getResponse()));
                awaitTwoThatWaitForTheTable();
                return asked;
            });
            List<Integer> states = new ArrayList<>();
            for (Future<MockHttpServletResponse> answer : answers) {
                states.add(answer.get().getStatus());
                if (answer.get().getStatus() == 409) {
                    assertThat(answer.get().getContentAsString(StandardCharsets.UTF_8))
                            .contains("registry.correction-open", "同样的校核正在办理");
                }
            }
            assertThat(states).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(count("registry.correction where wanted = '吴同时'")).isEqualTo(1);
        assertThat(count("exchange.delivery where columns ->> 'wanted' = '吴同时'"))
                .as("the refused one's order went with it")
                .isEqualTo(1);
    }

    private void awaitTwoThatWaitForTheTable() {
        long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (count("pg_locks where relation = 'registry.correction'::regclass and not granted") < 2) {
            assertThat(System.nanoTime()).as("both ask within a minute").isLessThan(limit);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private int count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }

    @Test
    void saysApartThatTheValueOrTheReasonIsMissing() throws Exception {
        String ref = person();
        correct(ref, "name", " ", "本人持证更正")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("registry.value-missing"));
        correct(ref, "name", "吴更名", "")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("registry.ruling-reason-missing"));
        correct(ref, "name", "吴更名", "因".repeat(401)).andExpect(status().isBadRequest());
    }

    @Test
    void showsACorrectedNameAndNumberInTheHeadingAsInTheFields() throws Exception {
        String ref = person();
        String right = number("19840724", 900 + persons);
        correct(ref, "name", "欧更名", "本人持证更正").andExpect(status().isOk());
        correct(ref, "id_number", right.toLowerCase(), "本人持证更正").andExpect(status().isOk());
        mvc.perform(get("/api/registry/persons/" + ref + "?purpose=visit&legalBasis=law")
                        .with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$.maskedName").value("欧**"))
                .andExpect(jsonPath("$.fields[?(@.field=='name')].value").value("欧**"))
                .andExpect(jsonPath("$.maskedId").value(IdentityNumber.mask(right)))
                .andExpect(jsonPath("$.fields[?(@.field=='id_number')].value").value(IdentityNumber.mask(right)));
    }
}
