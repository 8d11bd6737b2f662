package org.citybrain.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citybrain.decisions.Missing.Reason;
import org.citybrain.sceneformat.Rule;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.load.SceneFolder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final Scene SCENE =
            SceneFolder.load(Path.of("../scenes/anti-poverty")).scene().orElseThrow();
    private static final Rule BURDEN = SCENE.rules().get("medical-burden");
    private static final DatedParameters PARAMETERS =
            DatedParameters.of(SCENE.parameters().values());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Subject HOME = new Subject("household", "HOME");

    private final Decisions subject = new Decisions();
    private final Map<String, List<FactRow>> rows = new HashMap<>();

    DecisionsTest() {
        add(
                "public_security.household_member",
                "11",
                Map.of(
                        "household_no_ref",
                        "HOME",
                        "id_number_ref",
                        "A",
                        "name",
                        "甲",
                        "kind",
                        "户籍",
                        "joined_on",
                        "2010-01-01"));
        add("public_security.person", "1", Map.of("id_number_ref", "A", "birth_date", "1980-01-01"));
        add("human_resources.wage", "21", Map.of("id_number_ref", "A", "year", "2025", "amount", "0.10"));
    }

    @Nested
    class Gathering {
        @Test
        void carryTheReceiptOfEveryRowCounted() {
            bill("1", "0.20");
            assertThat(inputs().values().get("selfPaid").rows())
                    .extracting(FactRow::receipt)
                    .containsExactly("health_insurance.settlement/0/5/0");
        }

        @Test
        void askForAllMembersAtOnceAndNothingTwice() {
            add(
                    "public_security.household_member",
                    "12",
                    Map.of(
                            "household_no_ref",
                            "HOME",
                            "id_number_ref",
                            "B",
                            "name",
                            "乙",
                            "kind",
                            "户籍",
                            "joined_on",
                            "2012-01-01"));
            List<String> questions = new ArrayList<>();
            FactSource counting = new FactSource() {
                @Override
                public List<FactRow> find(String resource, String field, String value) {
                    return DecisionsTest.this.find(resource, field, value);
                }

                @Override
                public List<FactRow> findAll(Collection<String> resources, String field, Collection<String> values) {
                    questions.add(resources + " " + values);
                    return FactSource.super.findAll(resources, field, values);
                }
            };
            DecisionInputs.evaluate(BURDEN.inputs(), counting, Question.of(HOME, "2026", TODAY), PARAMETERS);
            assertThat(questions)
                    .containsExactly(
                            "[public_security.household_member] [HOME]",
                            "[health_insurance.settlement] [A, B]",
                            "[human_resources.wage, human_resources.pension, civil_affairs.transfer_income] [A, B]",
                            "[public_security.person] [B]");
        }

        @Test
        void areNotNeededForAHouseholdWithoutBills() {
            Question question = Question.of(HOME, "2026", TODAY);
            assertThat(DecisionInputs.isIdle(BURDEN.inputs(), DecisionsTest.this::find, question))
                    .isTrue();
            bill("1", "0.01");
            assertThat(DecisionInputs.isIdle(BURDEN.inputs(), DecisionsTest.this::find, question))
                    .isFalse();
        }

        @Test
        void addMoneyWithoutLosingACent() {
            for (int i = 0; i < 10; i++) {
                bill(String.valueOf(i), "0.10");
            }
            assertThat(inputs().values().get("selfPaid").text()).isEqualTo("1.00");
        }

        @Test
        void countARowOnceThoughTheMemberIsRegisteredTwice() {
            add(
                    "public_security.household_member",
                    "12",
                    Map.of(
                            "household_no_ref",
                            "HOME",
                            "id_number_ref",
                            "A",
                            "name",
                            "甲",
                            "kind",
                            "户籍",
                            "joined_on",
                            "2012-01-01"));
            bill("1", "0.20");
            assertThat(inputs().values().get("selfPaid").text()).isEqualTo("0.20");
            assertThat(inputs().members()).hasSize(1);
        }

        @Test
        void sayWhoLacksARecord() {
            rows.remove("human_resources.wage");
            InputValue income = inputs().values().get("income");
            assertThat(income.isKnown()).isFalse();
            assertThat(income.missing()).singleElement().satisfies(missing -> {
                assertThat(missing.reason()).isEqualTo(Reason.NO_ROW_FOR_MEMBER);
                assertThat(missing.member()).isEqualTo("A");
            });
        }

        @Test
        void takeAMemberWithoutABirthDateForAnAdult() {
            rows.remove("public_security.person");
            rows.remove("human_resources.wage");
            assertThat(inputs().unknown()).contains("income");
        }

        @Test
        void leaveOutAParameterThatIsNotInForce() {
            Question early = Question.of(HOME, "2019", LocalDate.of(2019, 5, 1));
            Inputs inputs = DecisionInputs.evaluate(BURDEN.inputs(), DecisionsTest.this::find, early, PARAMETERS);
            assertThat(inputs.parameters()).isEmpty();
            assertThat(subject.decide(BURDEN, inputs).isFailed()).isFalse();
        }
    }

    @Nested
    class Deciding {
        @Test
        void isExactAtTheLine() {
            bill("1", "0.20");
            assertThat(decide().outcome()).isEqualTo("NOT_LISTED");
            bill("2", "0.01");
            assertThat(decide().outcome()).isEqualTo("LISTED");
        }

        @Test
        void givesTheSameToManyThreads() throws Exception {
            bill("1", "0.21");
            Inputs inputs = inputs();
            try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
                List<Callable<Outcome>> calls = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    calls.add(() -> subject.decide(BURDEN, inputs));
                }
                for (Future<Outcome> each : pool.invokeAll(calls)) {
                    assertThat(each.get()).isEqualTo(decide());
                }
            }
        }

        @Test
        void namesParameterAndInputsOnItsLines() {
            bill("1", "0.21");
            assertThat(decide().lines()).last().satisfies(line -> {
                assertThat(line.parameter()).contains("burdenMultiple");
                assertThat(line.inputs()).containsExactly("selfPaid", "income");
                assertThat(line.result()).isEqualTo(OutcomeLine.Result.PASS);
            });
        }

        @Test
        void neverGivesNamesOfPersonsToTheModel() {
            bill("1", "0.21");
            assertThat(inputs().values().get("headName").isPrivate()).isTrue();
            assertThat(decide().toString()).doesNotContain("甲");
        }
    }

    @Nested
    class AWrongModel {
        @Test
        void isAFindingAndDecidesNothing() {
            Rule wrong = with(BURDEN.dmn().replace("selfPaid &gt; limit", "selfPaid &gt; ) limit"));
            assertThat(subject.check(wrong)).extracting(SceneFinding::number).contains("SC-018");
            assertThat(subject.decide(wrong, inputs()).isFailed()).isTrue();
        }

        @Test
        void isAFindingWhenAnInputIsNotDeclared() {
            Rule wrong = with(BURDEN.dmn().replace("name=\"income\"", "name=\"earnings\""));
            assertThat(subject.check(wrong))
                    .isNotEmpty()
                    .anySatisfy(finding -> assertThat(finding.isError()).isTrue());
        }

        @Test
        void isAFindingWhenADecisionIsMissing() {
            Rule wrong = with(BURDEN.dmn().replace("name=\"sentence\"", "name=\"words\""));
            assertThat(subject.check(wrong)).extracting(SceneFinding::number).containsOnly("SC-019");
        }

        @Test
        void failsInsteadOfGuessingWhenItsOutcomeIsNoWord() {
            Rule wrong = with(BURDEN.dmn().replace("\"NOT_LISTED\"</text></outputEntry>", "12</text></outputEntry>"));
            assertThat(subject.decide(wrong, inputs()).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(subject.decide(wrong, inputs()).problems()).isNotEmpty();
        }

        @Test
        void isAFindingWhenItIsNoDmnAtAll() {
            assertThat(subject.check(with("<html/>")))
                    .extracting(SceneFinding::number)
                    .containsOnly("SC-018");
        }

        private Rule with(String dmn) {
            return new Rule("wrong", "rules/wrong.dmn", dmn, BURDEN.inputs(), String.valueOf(dmn.hashCode()));
        }
    }

    private Outcome decide() {
        return subject.decide(BURDEN, inputs());
    }

    private Inputs inputs() {
        return DecisionInputs.evaluate(BURDEN.inputs(), this::find, Question.of(HOME, "2026", TODAY), PARAMETERS);
    }

    private void bill(String number, String selfPaid) {
        add(
                "health_insurance.settlement",
                number,
                Map.of("id_number_ref", "A", "settled_on", "2026-10-20", "self_paid", selfPaid, "status", "SETTLED"));
    }

    private void add(String resource, String key, Map<String, String> fields) {
        rows.computeIfAbsent(resource, name -> new ArrayList<>())
                .add(new FactRow(resource, key, new HashMap<>(fields), 0, 5, 0, Instant.EPOCH, Instant.EPOCH));
    }

    private List<FactRow> find(String resource, String field, String value) {
        return rows.getOrDefault(resource, List.of()).stream()
                .filter(row -> value.equals(row.field(field)))
                .toList();
    }
}
