package org.citybrain.platform.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citybrain.platform.registry.resolve.RegistryOfTests.ENROLMENT;
import static org.citybrain.platform.registry.resolve.RegistryOfTests.HEALTH;
import static org.citybrain.platform.registry.resolve.RegistryOfTests.PERSON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.citybrain.kernel.wire.RowChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTest {
    private static final String NUMBER = RegistryOfTests.number("19850615", 1);
    private static final String OTHER = RegistryOfTests.number("19850615", 3);
    private RegistryOfTests subject;

    @BeforeEach
    void open() {
        subject = new RegistryOfTests();
    }

    private static String[] person(String number, String name) {
        return new String[] {"id_number", number, "name", name, "birth_date", "1985-06-15", "sex", "1"};
    }

    @Test
    void bringsRecordsOfOneNumberTogetherUnderTheNumbersOwnId() {
        subject.take(List.of(
                subject.row(PERSON, "1", person(NUMBER, "吴样例")),
                subject.row(ENROLMENT, "7", "id_number", NUMBER.toLowerCase(), "name", "吴样例")));

        assertThat(subject.entityOf(PERSON, "1"))
                .isEqualTo(subject.entityOf(ENROLMENT, "7"))
                .isEqualTo(subject.ids.person(NUMBER));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheSameClustersInAnyOrderOfArrival(long seed) {
        List<RowChange> changes = subject.city(150, 5);
        subject.take(changes);
        subject.learnAndSettle();
        Set<Set<String>> expected = subject.clusters();

        RegistryOfTests other = new RegistryOfTests();
        List<RowChange> shuffled = new ArrayList<>(changes);
        Collections.shuffle(shuffled, new Random(seed));
        for (int i = 0; i < shuffled.size(); i += 40) {
            other.take(shuffled.subList(i, Math.min(shuffled.size(), i + 40)));
            other.settle();
        }
        other.learnAndSettle();

        assertThat(other.clusters()).isEqualTo(expected);
    }

    @Test
    void readsWhatWasLearntBackAfterARestartInsteadOfTheWholeTable() {
        subject.take(subject.city(300, 9));
        subject.learnAndSettle();
        long one = idOf(PERSON, "p0");
        long other = idOf(HEALTH, "h0");
        Comparison before = subject.within(() -> subject.resolver().compare(one, other));
        // what is left is too little to learn from
        subject.db
                .sql("update registry.record set deleted = true where id not in (?, ?)")
                .params(one, other)
                .update();

        subject.restart();
        subject.settle();

        assertThat(subject.within(() -> subject.resolver().compare(one, other)))
                .isEqualTo(before)
                .satisfies(compared -> assertThat(compared.steps()).isNotEmpty());
    }

    private long idOf(String resource, String key) {
        return subject.db
                .sql("select id from registry.record where resource = ? and key = ?")
                .params(resource, key)
                .query(Long.class)
                .single();
    }

    @Test
    void findsTheOwnersOfRecordsWithoutANumber() {
        subject.take(subject.city(300, 9));
        subject.learnAndSettle();

        long found = 0;
        for (int i = 0; i < 300; i += 8) {
            found += subject.entityOf(HEALTH, "h" + i).equals(subject.entityOf(PERSON, "p" + i)) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(36);
        assertThat(subject.clusters()).allSatisfy(cluster -> assertThat(cluster).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void mergesTwoPersonsAtAStewardsWordAndUndoesItWithoutLoss() {
        subject.take(List.of(
                subject.row(PERSON, "1", person(NUMBER, "吴样例")),
                subject.row(ENROLMENT, "7", "id_number", NUMBER, "name", "吴样例"),
                subject.row(HEALTH, "9", person(OTHER, "吴样例"))));
        Set<Set<String>> before = subject.clusters();
        String first = subject.entityOf(PERSON, "1");
        String second = subject.entityOf(HEALTH, "9");

        long ruling = subject.within(() ->
                subject.resolver().rule(subject.idOf(PERSON, "1"), subject.idOf(HEALTH, "9"), true, "一人两号", "steward"));

        assertThat(subject.clusters()).hasSize(1);
        assertThat(subject.rows.find(second)).contains(first);
        assertThat(subject.rows.of(first, subject.now(), subject.now())).hasSize(3);

        subject.within(() -> {
            subject.resolver().undo(ruling, "号码系误录", "steward");
            return true;
        });

        assertThat(subject.clusters()).isEqualTo(before);
        assertThat(subject.entityOf(PERSON, "1")).isEqualTo(first);
        assertThat(subject.entityOf(HEALTH, "9")).isEqualTo(second);
        assertThat(subject.rows.find(second)).contains(second);
        assertThat(subject.count("select count(*) from registry.event")).isEqualTo(2);
    }

    @Test
    void keepsARulingAsAGuardForRecordsThatComeLater() {
        subject.take(List.of(
                subject.row(PERSON, "1", person(NUMBER, "吴样例")), subject.row(HEALTH, "9", person(NUMBER, "郑别人"))));
        subject.within(() ->
                subject.resolver().rule(subject.idOf(PERSON, "1"), subject.idOf(HEALTH, "9"), false, "重号", "steward"));
        assertThat(subject.clusters()).hasSize(2);

        subject.restart();
        subject.take(List.of(subject.row(HEALTH, "9", person(NUMBER, "郑别人家"))));
        subject.learnAndSettle();

        assertThat(subject.entityOf(PERSON, "1")).isNotEqualTo(subject.entityOf(HEALTH, "9"));
    }

    @Test
    void tellsAStewardWhenTwoSourcesAreSureOfDifferentBirthDates() {
        subject.take(List.of(subject.row(PERSON, "1", person(NUMBER, "吴样例"))));
        subject.take(List.of(
                subject.row(HEALTH, "9", "id_number", NUMBER, "name", "吴样例", "birth_date", "1958-06-15", "sex", "1")));

        assertThat(subject.count("select count(*) from registry.doubt where cause = 'BORN'"))
                .isOne();
        assertThat(subject.clusters()).hasSize(1);
    }

    @Test
    void keepsTheIdOfAPersonWhoseNumberIsCorrected() {
        subject.take(List.of(subject.row(PERSON, "1", person(NUMBER, "吴样例"))));
        String before = subject.entityOf(PERSON, "1");
        subject.take(List.of(subject.row(PERSON, "1", person(OTHER, "吴样例"))));

        assertThat(subject.entityOf(PERSON, "1")).isEqualTo(before);
        assertThat(subject.rows.find(subject.ids.person(OTHER))).contains(before);
    }

    @Test
    void tellsWhatWasSoAndWhatWasKnownOnAnyDay() {
        subject.take(List.of(subject.row(PERSON, "1", person(NUMBER, "吴样例"))));
        Instant between = subject.later();
        subject.later();
        subject.take(List.of(subject.row(PERSON, "1", person(NUMBER, "吴改名"))));
        String person = subject.entityOf(PERSON, "1");

        assertThat(nameOf(person, subject.now(), subject.now())).isEqualTo("吴改名");
        assertThat(nameOf(person, subject.now(), between)).isEqualTo("吴样例");
        assertThat(nameOf(person, between, subject.now())).isEqualTo("吴样例");
    }

    private String nameOf(String person, Instant valid, Instant known) {
        return String.valueOf(
                subject.rows.of(person, valid, known).getFirst().row().field("name"));
    }

    @Test
    void takesTheSameRowsTwiceAsOnce() {
        List<RowChange> changes = subject.city(40, 3);
        subject.take(changes);
        Set<Set<String>> once = subject.clusters();
        subject.restart();
        subject.take(changes);

        assertThat(subject.clusters()).isEqualTo(once);
        assertThat(subject.count("select count(*) from registry.record_past")).isZero();
    }

    @Test
    void makesNoGiantClusterOfZerosAndPlaceholdersAndLosesNoRecord() {
        subject.take(subject.city(150, 5));
        List<RowChange> bad = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            bad.add(subject.row(
                    HEALTH,
                    "zero" + i,
                    "id_number",
                    "000000000000000000",
                    "name",
                    "无名" + (char) ('甲' + i),
                    "phone",
                    "00000000000"));
            bad.add(subject.row(
                    HEALTH, "swapped" + i, "id_number", "张三" + i, "name", RegistryOfTests.number("19700101", i)));
        }
        bad.add(subject.row(PERSON, "long", "id_number", NUMBER, "name", "阿".repeat(30)));
        subject.take(bad);
        subject.learnAndSettle();

        assertThat(subject.count("select count(*) from registry.record")).isEqualTo(150 * 3 + 241);
        assertThat(subject.count("select max(n) from (select count(*) n from registry.record group by entity) t"))
                .isLessThanOrEqualTo(3);
    }

    @Test
    void holdsASourceThatRepeatsEveryPersonTenTimes() {
        List<RowChange> changes = new ArrayList<>();
        for (int copy = 0; copy < 10; copy++) {
            for (int i = 0; i < 40; i++) {
                changes.add(subject.row(
                        ENROLMENT,
                        i + "-" + copy,
                        "id_number",
                        RegistryOfTests.number("19700101", i),
                        "name",
                        "李" + (char) ('甲' + i)));
            }
        }
        subject.take(changes);
        subject.learnAndSettle();

        assertThat(subject.clusters())
                .hasSize(40)
                .allSatisfy(cluster -> assertThat(cluster).hasSize(10));
    }
}
