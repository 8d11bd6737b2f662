package org.citybrain.platform.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.identity.internal.As;
import org.citybrain.platform.registry.resolve.RowsListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** What an objection may say, who sees its values, and that of several at one instant one is taken. */
@PlatformTest
class ObjectionTest {
    private static final String OBJECTIONS = "/api/credit/objections";
    private static final String WHY = "?purpose=review&legalBasis=law&unmask=true";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RowsListener rows;

    @Autowired
    private CityTime time;

    @Autowired
    private Home home;

    @Autowired
    private TransactionTemplate transactions;

    private CreditOfTests city;

    @BeforeEach
    void open() {
        city = new CreditOfTests(mvc, rows, time, home);
    }

    private static String number(int order) {
        String digits = "36099919770215" + order;
        return digits + IdentityNumber.checkOf(digits);
    }

    private ResultActions object(String record, String column, String wanted, String reason) throws Exception {
        return city.ask(OBJECTIONS, Map.of("record", record, "column", column, "wanted", wanted, "reason", reason));
    }

    private String told(String path, Role role) throws Exception {
        return mvc.perform(get(path).with(As.role(role)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void masksANumberForAllButThoseWithTheRightAndAReason() throws Exception {
        String record = city.streetOf("V-1", number(811), "钱样例");
        object(record, "party_id_number", number(812), "证件号登记错误")
                .andExpect(jsonPath("$.seen").value(IdentityNumber.mask(number(811))))
                .andExpect(jsonPath("$.wanted").value(IdentityNumber.mask(number(812))));

        String file = "/api/credit/files/" + record;
        for (Role role : List.of(Role.TOWN_OFFICER, Role.AUDITOR, Role.DEPARTMENT_OFFICER, Role.STEWARD)) {
            for (String path : List.of(file, "/api/credit/files")) {
                assertThat(told(path, role)).as(role + path).doesNotContain(number(811), number(812));
            }
        }
        assertThat(told(file + WHY, Role.TOWN_OFFICER)).contains("registry.unmask-refused");
        assertThat(told(file + "?unmask=true", Role.STEWARD)).contains("registry.reason-missing");
        assertThat(told(file + WHY, Role.STEWARD)).contains(number(811), number(812));
        assertThat(jdbc.sql("select columns ->> 'wanted' from exchange.delivery where columns ->> 'row_key' = 'V-1'")
                        .query(String.class)
                        .single())
                .as("the department itself is told all of it")
                .isEqualTo(number(812));
    }

    @Test
    void masksANameAndTellsThePersonsLedger() throws Exception {
        String record = city.streetOf("V-2", number(821), "孙样例");
        object(record, "party_name", "孙更名", "姓名登记错误")
                .andExpect(jsonPath("$.seen").value("孙**"))
                .andExpect(jsonPath("$.wanted").value("孙**"));
        told("/api/credit/files/" + record, Role.AUDITOR);

        assertThat(jdbc.sql("select reader || ':' || purpose from registry.read where person_ref = ? order by read_at")
                        .param(city.person(number(821)))
                        .query(String.class)
                        .list())
                .containsExactly("town-officer:姓名登记错误", "auditor:公共信用记录查询");
    }

    @Test
    void takesOneOfFourAtTheSameInstantAndSaysToTheOthersThatItIsOpen() throws Exception {
        String record = city.streetOf("V-3", number(831), "李样例");
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            List<Future<MockHttpServletResponse>> answers = transactions.execute(status -> {
                jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtext('credit.' || ?))) as held")
                        .param(record)
                        .query(Integer.class)
                        .single();
                List<Future<MockHttpServletResponse>> asked = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    asked.add(four.submit(() ->
                            object(record, "fine", "100.00", "金额有误").andReturn().getResponse()));
                }
                awaitFourThatWait();
                return asked;
            });
            List<Integer> states = new ArrayList<>();
            for (Future<MockHttpServletResponse> answer : answers) {
                states.add(answer.get().getStatus());
                if (answer.get().getStatus() != 200) {
                    assertThat(answer.get().getContentAsString(StandardCharsets.UTF_8))
                            .contains("credit.objection-open");
                }
            }
            assertThat(states).containsExactlyInAnyOrder(200, 409, 409, 409);
        }
    }

    private void awaitFourThatWait() {
        long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .query(Integer.class)
                        .single()
                < 4) {
            assertThat(System.nanoTime()).as("all ask within a minute").isLessThan(limit);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    void takesAnObjectionToTheWholeOfARecordWhoseSourceKeepsNoState() throws Exception {
        String record = city.streetOf("V-4", number(841), "周样例");
        String id = city.id(object(record, "", "", "并非本人")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.column").value("")));
        assertThat(jdbc.sql("select (columns ->> 'column_name') || (columns ->> 'wanted') from exchange.delivery"
                                + " where columns ->> 'id' = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("*撤销");
        city.streetOf("V-4", number(841), "周样例");
        city.file(record).andExpect(jsonPath("$.objections[0].state").value("SENT"));
        city.officerOf("urban_management", OBJECTIONS + "/" + id + "/answer", Map.of("reason", "经核实为本人"))
                .andExpect(jsonPath("$.state").value("UPHELD"));
    }

    @Test
    void holdsWhatIsWantedToTheFormOfItsField() throws Exception {
        String record = city.streetOf("V-5", number(851), "吴样例");
        Map<String, String> wrong = Map.of("party_id_number", "x", "fine", "many", "party_name", "吴\u0007样");
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            object(record, each.getKey(), each.getValue(), "登记错误")
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.code").value("registry.value-wrong"));
        }
        object(record, "document_key", "x", "登记错误")
                .andExpect(jsonPath("$.code").value("credit.column-unknown"))
                .andExpect(jsonPath("$.detail").value(containsString("party_id_number")));
    }

    @Test
    void takesWordsOfModestLengthWithoutControlCharacters() throws Exception {
        String record = city.streetOf("V-6", number(861), "郑样例");
        for (String words : List.of("因".repeat(401), "理由\u0000", "理由\u0007", "理由\u202e")) {
            object(record, "fine", "1.00", words).andExpect(status().isBadRequest());
            city.ask("/api/credit/repairs", Map.of("record", record, "commitment", words, "proofs", List.of("缴款凭证")))
                    .andExpect(status().isBadRequest());
            city.ask("/api/credit/repairs", Map.of("record", record, "commitment", "承诺", "proofs", List.of(words)))
                    .andExpect(status().isBadRequest());
        }
        city.as(Role.STEWARD, "/api/licences/none/revocation", Map.of("reason", "因".repeat(401)))
                .andExpect(status().isBadRequest());
        object(record, "fine", "1.00", "第一行\n第二行").andExpect(status().isOk());
        mvc.perform(get("/api/credit/files/" + record).with(As.role(Role.TOWN_OFFICER)))
                .andExpect(content().string(containsString("第二行")));
    }
}
