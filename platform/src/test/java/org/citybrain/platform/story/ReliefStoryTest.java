package org.citybrain.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.alert.Alert;
import org.citybrain.platform.exchange.DeliveryReceived;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.LegalClock;
import org.citybrain.platform.process.Stage;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.process.TimelineEntry;
import org.citybrain.platform.story.City.Family;
import org.junit.jupiter.api.Test;

/** From a bill to the payment order, and what must not happen on the way. */
@PlatformTest
class ReliefStoryTest extends ReliefSetting {
    @Test
    void aBillLeadsToAPaymentOrderThroughVisitNoticeAndConfirmation() {
        Family family = city.family("story");
        city.bill(family.father(), "25000.00", "SETTLED", "b-story");
        city.look(family.father());
        CaseRecord opened = caseOf(family);
        assertThat(opened.place()).isEqualTo(City.VILLAGE);
        assertThat(opened.receipts()).allMatch(receipt -> receipt.startsWith(City.SETTLEMENT));

        visits(opened);
        waitsForTheNotice(opened);
        confirms(opened);
        receivesTheReceipt(opened);

        assertThat(cases.find(opened.id()).orElseThrow().state()).isEqualTo("CLOSED");
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

    private void visits(CaseRecord opened) {
        TaskRecord visit = task(opened, "visit");
        assertThat(visit.role()).isEqualTo("GRID_WORKER");
        assertThat(visit.dueCity()).isNotNull();
        Callers.run(WORKER, () -> tasks.complete(WORKER, visit.id(), "client-story-1", visitAnswers()));
        Callers.run(
                WORKER,
                () -> assertThat(tasks.complete(WORKER, visit.id(), "client-story-1", visitAnswers())
                                .repeated())
                        .isTrue());
    }

    private void waitsForTheNotice(CaseRecord opened) {
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
    }

    private void confirms(CaseRecord opened) {
        TaskRecord confirm = task(opened, "confirm");
        Callers.run(
                COUNTY,
                () -> tasks.complete(
                        COUNTY, confirm.id(), "client-story-2", Map.of("objections", false, "decision", "CONFIRMED")));
    }

    private void receivesTheReceipt(CaseRecord opened) {
        String delivery = jdbc.sql("select id from process.delivery where case_id = ?")
                .param(opened.id())
                .query(String.class)
                .single();
        events.publishEvent(new DeliveryReceived(delivery, "civil_affairs", opened.id(), true, "", Instant.now()));
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
    void aParameterThatComesIntoForceIsATriggerByItself() {
        Family family = city.family("in-force");
        city.bill(family.father(), "25000.00", "SETTLED", "b-in-force");
        city.look(family.father());
        CaseRecord opened = caseOf(family);
        LocalDate tomorrow = LocalDate.now(clock.clock()).plusDays(1);
        Callers.run(Caller.machine(), () -> {
            office.setParameter(SCENE, "burden-multiple", "3.0", tomorrow, "试行通知");
            office.setParameter(SCENE, "burden-multiple", "2.0", tomorrow.plusDays(1), "试行结束");
        });

        advanceTo(tomorrow);
        eventually(() -> cases.find(opened.id())
                .filter(record -> record.state().equals("WITHDRAWN"))
                .orElse(null));
        assertThat(standing(family)).isEqualTo("NOT_LISTED");

        advanceTo(tomorrow.plusDays(1));
        eventually(() -> "LISTED".equals(standing(family)) ? true : null);
    }

    private void advanceTo(LocalDate day) {
        Callers.run(
                Caller.machine(),
                () -> clock.advanceTo(
                        day.atTime(9, 0).atZone(clock.clock().getZone()).toInstant()));
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
}
