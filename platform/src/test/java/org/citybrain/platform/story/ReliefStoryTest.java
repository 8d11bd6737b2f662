package org.citybrain.platform.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.alert.Alert;
import org.citybrain.platform.alert.Alerts;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.exchange.DeliveryReceived;
import org.citybrain.platform.identity.internal.As;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.Cases;
import org.citybrain.platform.process.LegalClock;
import org.citybrain.platform.process.Stage;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.process.Tasks;
import org.citybrain.platform.process.TimelineEntry;
import org.citybrain.platform.rules.RecordedDecisions;
import org.citybrain.platform.scene.SceneOffice;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.platform.story.City.Family;
import org.citybrain.platform.topics.InMemoryTopicPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** From a bill to the payment order, and what must not happen on the way. */
@PlatformTest
class ReliefStoryTest {
    private static final String SCENE = "anti-poverty";
    private static final String RULE = "medical-burden";
    private static final Caller WORKER = new Caller("grid-worker", "网格员", Set.of(Role.GRID_WORKER), "360999", "");
    private static final Caller COUNTY = new Caller("county-officer", "县级", Set.of(Role.COUNTY_OFFICER), "360999", "");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private InMemoryTopicPort topics;

    @Autowired
    private Scenes scenes;

    @Autowired
    private SceneOffice office;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Cases cases;

    @Autowired
    private Alerts alerts;

    @Autowired
    private RecordedDecisions decisions;

    @Autowired
    private CityTime clock;

    @Autowired
    private ApplicationEventPublisher events;

    private City city;

    @BeforeEach
    void deploysTheScene() throws Exception {
        city = new City(jdbc, topics);
        if (scenes.find(SCENE).isEmpty()) {
            city.register(mvc, Path.of("../scenes", SCENE));
            copy(Path.of("../scenes", SCENE), Path.of("target/test-scenes", SCENE));
            Callers.run(Caller.machine(), () -> office.deploy(SCENE));
        }
    }

    @Test
    void aBillLeadsToAPaymentOrderThroughVisitNoticeAndConfirmation() {
        Family family = city.family("story");
        city.bill(family.father(), "25000.00", "SETTLED", "b-story");
        city.look(family.father());

        CaseRecord opened = caseOf(family);
        assertThat(opened.place()).isEqualTo(City.VILLAGE);
        assertThat(opened.receipts()).allMatch(receipt -> receipt.startsWith(City.SETTLEMENT));
        TaskRecord visit = task(opened, "visit");
        assertThat(visit.role()).isEqualTo("GRID_WORKER");
        assertThat(visit.dueCity()).isNotNull();

        Callers.run(WORKER, () -> tasks.complete(WORKER, visit.id(), "client-story-1", visitAnswers()));
        Callers.run(
                WORKER,
                () -> assertThat(tasks.complete(WORKER, visit.id(), "client-story-1", visitAnswers())
                                .repeated())
                        .isTrue());
        LegalClock notice =
                eventually(() -> cases.stages(cases.find(opened.id()).orElseThrow()).stream()
                        .filter(stage -> stage.id().equals("notice"))
                        .map(Stage::legal)
                        .findFirst()
                        .orElse(null));
        assertThat(notice.amount()).isEqualTo(7);
        assertThat(notice.basis()).contains("公示");
        assertThat(cases.find(opened.id()).orElseThrow().stage()).isEqualTo("notice");

        Callers.run(Caller.machine(), () -> clock.advanceTo(notice.due().plus(Duration.ofMinutes(1))));
        TaskRecord confirm = task(opened, "confirm");
        Callers.run(
                COUNTY,
                () -> tasks.complete(
                        COUNTY, confirm.id(), "client-story-2", Map.of("objections", false, "decision", "CONFIRMED")));
        String delivery = jdbc.sql("select id from process.delivery where case_id = ?")
                .param(opened.id())
                .query(String.class)
                .single();
        events.publishEvent(new DeliveryReceived(delivery, "civil_affairs", opened.id(), true, "", Instant.now()));

        CaseRecord closed = cases.find(opened.id()).orElseThrow();
        assertThat(closed.state()).isEqualTo("CLOSED");
        assertThat(cases.timeline(opened.id()))
                .extracting(TimelineEntry::kind)
                .containsSubsequence(
                        "ALERT",
                        "STEP",
                        "TASK_DONE",
                        "DECISION",
                        "STEP",
                        "CLOCK",
                        "STEP",
                        "TASK_DONE",
                        "DELIVERY_ORDERED",
                        "STEP",
                        "DELIVERY_RECEIPT",
                        "CLOSED");
    }

    @Test
    void exactlyTwiceTheIncomeIsNotListedAndALittleMoreIs() {
        Family twice = city.family("twice");
        city.bill(twice.father(), "20000.00", "SETTLED", "b-twice");
        Family more = city.family("more");
        city.bill(more.father(), "20001.00", "SETTLED", "b-more");
        city.look(twice.father());
        city.look(more.father());

        caseOf(more);
        eventually(() -> evaluations(twice) > 0 ? true : null);
        assertThat(standing(twice)).isNull();
    }

    @Test
    void missingIncomeCannotBeToldAndAsksThePersonInCharge() {
        Family family = city.family("missing", false);
        city.bill(family.father(), "30000.00", "SETTLED", "b-missing");
        city.look(family.father());

        CaseRecord opened = caseOf(family);
        assertThat(decisions.find(opened.decision()).orElseThrow().outcome()).isEqualTo("CANNOT_TELL");
        assertThat(task(opened, "data-check").role()).isEqualTo("TOWN_OFFICER");
    }

    @Test
    void aReversedBillWithdrawsAlertAndCaseByNewRecords() {
        Family family = city.family("reversed");
        city.bill(family.father(), "50000.00", "SETTLED", "b-reversed");
        city.look(family.father());
        CaseRecord opened = caseOf(family);

        city.bill(family.father(), "50000.00", "REVERSED", "b-reversed");
        city.look(family.father());

        eventually(() -> cases.find(opened.id())
                .filter(record -> record.state().equals("WITHDRAWN"))
                .orElse(null));
        Alert alert = alerts.find(opened.alert()).orElseThrow();
        assertThat(alert.state()).isEqualTo("WITHDRAWN");
        assertThat(decisions.find(opened.decision()).orElseThrow().outcome()).isEqualTo("LISTED");
        assertThat(standing(family)).isEqualTo("NOT_LISTED");
        assertThat(tasks.ofCase(opened.id())).extracting(TaskRecord::state).containsOnly("WITHDRAWN");
    }

    @Test
    void anotherBillRenewsTheDecisionOfTheStandingCase() {
        Family family = city.family("renewed");
        city.bill(family.father(), "26000.00", "SETTLED", "b-renewed-1");
        city.look(family.father());
        CaseRecord opened = caseOf(family);
        city.bill(family.mother(), "4000.00", "SETTLED", "b-renewed-2");
        city.look(family.mother());

        CaseRecord renewed = eventually(() -> cases.find(opened.id())
                .filter(record -> !record.decision().equals(opened.decision()))
                .orElse(null));
        assertThat(decisions.find(renewed.decision()).orElseThrow().replaces()).isEqualTo(opened.decision());
        assertThat(tasks.ofCase(opened.id())).hasSize(1);
    }

    @Test
    void theSameCandidateAgainRaisesNothingTwice() {
        Family family = city.family("again");
        city.bill(family.father(), "26000.00", "SETTLED", "b-again");
        for (int i = 0; i < 10; i++) {
            city.look(family.father());
            city.look(family.mother());
        }
        CaseRecord opened = caseOf(family);
        eventually(() -> waiting(family) == 0 ? true : null);
        assertThat(cases.list(null, null, "", 1000).stream()
                        .filter(each -> each.subject().equals(family.household())))
                .hasSize(1);
        assertThat(tasks.ofCase(opened.id())).hasSize(1);
    }

    @Test
    void aCandidateAheadOfThePoolWaitsUntilTheFactsAreThere() {
        Family family = city.family("ahead");
        long ahead = city.newest(City.SETTLEMENT) + 5000;
        city.look(family.father(), ahead);
        city.bill(family.father(), "27000.00", "SETTLED", "b-ahead");
        assertThat(standing(family)).isNull();
        city.reached(City.SETTLEMENT, ahead);
        caseOf(family);
    }

    @Test
    void aParameterOfAFutureDayChangesOnlyFromThatDay() {
        Family family = city.family("future");
        city.bill(family.father(), "25000.00", "SETTLED", "b-future");
        city.look(family.father());
        CaseRecord opened = caseOf(family);
        LocalDate later = LocalDate.now(clock.clock()).plusDays(40);
        Callers.run(Caller.machine(), () -> office.setParameter(SCENE, "burden-multiple", "3.0", later, "试行通知"));

        assertThat(decisions.replay(opened.decision(), later.minusDays(1)).outcome())
                .isEqualTo("LISTED");
        LocalDate day = LocalDate.of(2026, 12, 31).isBefore(later) ? LocalDate.of(2026, 12, 31) : later;
        assertThat(decisions.replay(opened.decision(), later).outcome())
                .isEqualTo(day.equals(later) ? "NOT_LISTED" : "LISTED");
    }

    @Test
    void theDeskThePhoneAndTheDecisionPageShowTheCase() throws Exception {
        Family family = city.family("desk");
        city.bill(family.father(), "28000.00", "SETTLED", "b-desk");
        city.look(family.father());
        CaseRecord opened = caseOf(family);
        TaskRecord visit = task(opened, "visit");

        mvc.perform(get("/api/todos?q=" + opened.id()).with(As.role(Role.GRID_WORKER, City.VILLAGE)))
                .andExpect(jsonPath("$.rows[?(@.caseId == '%s')].subjectName", opened.id())
                        .value("甲*"))
                .andExpect(jsonPath("$.figures.open.source").value("todo:open"));
        mvc.perform(get("/api/todos").with(As.role(Role.GRID_WORKER, "360999002")))
                .andExpect(jsonPath("$.total").value(0));
        mvc.perform(get("/api/todos/since?after=0").with(As.machine()))
                .andExpect(jsonPath("$[?(@.taskId == '%s')].subjectRef", visit.id())
                        .value(family.household()));
        mvc.perform(get("/api/cases/" + opened.id()).with(As.role(Role.GRID_WORKER, City.VILLAGE)))
                .andExpect(jsonPath("$.stage").value("visit"))
                .andExpect(jsonPath("$.actions[0].prefill.verifiedIncome.value").value(10000.0))
                .andExpect(jsonPath("$.actions[0].form.properties.car.title.zh").value("非生产用机动车"));
        String decision = mvc.perform(
                        get("/api/decisions/" + opened.decision()).with(As.role(Role.COUNTY_OFFICER, "360999")))
                .andExpect(jsonPath("$.outcome").value("LISTED"))
                .andExpect(jsonPath("$.lines[0].inputs[0].receipt").exists())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(decision).doesNotContain("360999198403010016");
        String source = mvc.perform(get("/api/sources/decision:" + opened.decision() + ":selfPaid")
                        .with(As.role(Role.COUNTY_OFFICER, "360999")))
                .andExpect(jsonPath("$.receipts[0].resource").value("health_insurance.settlement"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(source).doesNotContain("360999198403010016");
    }

    @Test
    void aPhoneMaySendItsVisitTwiceAndAWrongFormIsRefused() throws Exception {
        Family family = city.family("phone");
        city.bill(family.father(), "28500.00", "SETTLED", "b-phone");
        city.look(family.father());
        TaskRecord visit = task(caseOf(family), "visit");
        mvc.perform(get("/api/field/visits").with(As.role(Role.GRID_WORKER, City.VILLAGE)))
                .andExpect(jsonPath("$.rows[?(@.taskId == '%s')]", visit.id()).exists());

        send(visit, Map.of("met", "MET", "car", "perhaps"), "phone-0", "REFUSED");
        send(visit, visitAnswers(), "phone-1", "DONE");
        send(visit, visitAnswers(), "phone-1", "REPEATED");
        assertThat(jdbc.sql("select count(*) from process.attachment where task_id = ?")
                        .param(visit.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void send(TaskRecord visit, Map<String, Object> values, String clientId, String state) throws Exception {
        Map<String, Object> item = Map.of(
                "clientId",
                clientId,
                "taskId",
                visit.id(),
                "values",
                values,
                "doneAt",
                "2026-11-21T10:00:00Z",
                "position",
                Map.of("longitude", 114.4, "latitude", 27.8, "accuracy", 12),
                "photos",
                List.of(Map.of("name", "home.png", "dataUrl", "data:image/png;base64,iVBORw0KGgo=")));
        mvc.perform(post("/api/field/sync")
                        .with(As.role(Role.GRID_WORKER, City.VILLAGE))
                        .contentType("application/json")
                        .content(new ObjectMapper().writeValueAsBytes(Map.of("items", List.of(item)))))
                .andExpect(jsonPath("$.results[0].state").value(state));
    }

    private CaseRecord caseOf(Family family) {
        return eventually(() -> cases.list(null, null, "", 1000).stream()
                .filter(each -> each.subject().equals(family.household()))
                .findFirst()
                .orElse(null));
    }

    private TaskRecord task(CaseRecord record, String kind) {
        return eventually(() -> tasks.ofCase(record.id()).stream()
                .filter(each -> each.kind().equals(kind) && each.state().equals("OPEN"))
                .findFirst()
                .orElse(null));
    }

    private String standing(Family family) {
        return decisions
                .findStanding(SCENE, RULE, family.household(), "2026")
                .map(decision -> decision.outcome())
                .orElse(null);
    }

    private long evaluations(Family family) {
        return jdbc.sql("select coalesce(sum(evaluations), 0) from rules.standing where subject = ?")
                .param(family.household())
                .query(Long.class)
                .single();
    }

    private long waiting(Family family) {
        return jdbc.sql("select count(*) from rules.candidate where subject in (?, ?)")
                .params(List.of(family.father(), family.mother()))
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> visitAnswers() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("met", "MET");
        answers.put("hardship", true);
        answers.put("consent", true);
        answers.put("verifiedIncome", 10000);
        answers.put("financialAssets", 0);
        answers.put("secondHome", false);
        answers.put("car", false);
        return answers;
    }

    private static <T> T eventually(Supplier<T> question) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (true) {
            T answer = question.get();
            if (answer != null) {
                return answer;
            }
            assertThat(Instant.now()).as("an answer in time").isBefore(deadline);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(path));
                }
            }
        }
    }
}
