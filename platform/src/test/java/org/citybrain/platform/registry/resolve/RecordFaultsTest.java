package org.citybrain.platform.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citybrain.platform.registry.resolve.RegistryOfTests.ENROLMENT;
import static org.citybrain.platform.registry.resolve.RegistryOfTests.HEALTH;
import static org.citybrain.platform.registry.resolve.RegistryOfTests.PERSON;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.wire.RowChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bad input: each kind is told, none makes a giant cluster or loses a record. */
class RecordFaultsTest {
    private static final String NUMBER = RegistryOfTests.number("19850615", 1);
    private RegistryOfTests subject;

    @BeforeEach
    void open() {
        subject = new RegistryOfTests();
    }

    private long largest() {
        return subject.count("select max(n) from (select count(*) n from registry.record group by entity) t");
    }

    @Test
    void tellsOfEveryNumberOfASourceWhoseNumbersAreAllZeros() {
        List<RowChange> zeros = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            zeros.add(subject.row(
                    HEALTH, "z" + i, "id_number", "000000000000000000", "name", "李" + (char) ('甲' + i), "phone", ""));
        }
        subject.take(zeros);
        subject.learnAndSettle();

        assertThat(subject.count("select count(*) from registry.record_fault where code = 'RG-101'"))
                .isEqualTo(60);
        assertThat(subject.count("select count(*) from registry.record")).isEqualTo(60);
        assertThat(largest()).isOne();
    }

    @Test
    void tellsOfSwappedColumns() {
        subject.take(List.of(
                subject.row(HEALTH, "1", "id_number", "吴样例", "name", NUMBER),
                subject.row(HEALTH, "2", "id_number", NUMBER, "name", "吴样例")));

        assertThat(subject.faultsOf(HEALTH, "1")).containsExactly("RG-102");
        assertThat(subject.faultsOf(HEALTH, "2")).isEmpty();
    }

    @Test
    void tellsOfASourceThatRepeatsAPersonTenTimesWhetherTheCopiesComeTogetherOrNot() {
        List<RowChange> copies = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            copies.add(subject.row(
                    ENROLMENT, "c" + i, "enrolment_no", "" + i, "id_number", NUMBER, "name", "吴样例", "year", "2026"));
        }
        subject.take(copies.subList(0, 9));
        assertThat(subject.count("select count(*) from registry.record_fault")).isZero();
        subject.take(copies.subList(9, 10));

        assertThat(subject.faultsOf(ENROLMENT, "c9")).containsExactly("RG-106");

        RegistryOfTests other = new RegistryOfTests();
        other.take(copies);
        assertThat(other.count("select count(*) from registry.record_fault where code = 'RG-106'"))
                .isEqualTo(10);
        assertThat(other.clusters()).hasSize(1);
    }

    @Test
    void takesARecordOfEachYearForNoRepetition() {
        List<RowChange> years = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            years.add(subject.row(
                    ENROLMENT,
                    "y" + i,
                    "enrolment_no",
                    "" + i,
                    "id_number",
                    NUMBER,
                    "name",
                    "吴样例",
                    "year",
                    "" + (2010 + i)));
        }
        subject.take(years);

        assertThat(subject.count("select count(*) from registry.record_fault")).isZero();
    }

    @Test
    void keepsALongNameAndOneOfTraditionalSignsAsTheyAreAndTellsOfThem() {
        subject.take(List.of(
                subject.row(PERSON, "1", "id_number", NUMBER, "name", "阿卜杜".repeat(10)),
                subject.row(HEALTH, "2", "id_number", RegistryOfTests.number("19700101", 3), "name", "張偉國"),
                subject.row(ENROLMENT, "3", "id_number", RegistryOfTests.number("19700101", 3), "name", "张伟国")));

        assertThat(subject.faultsOf(PERSON, "1")).containsExactly("RG-103");
        assertThat(subject.faultsOf(HEALTH, "2")).containsExactly("RG-104");
        assertThat(subject.faultsOf(ENROLMENT, "3")).isEmpty();
        assertThat(subject.entityOf(HEALTH, "2")).isEqualTo(subject.entityOf(ENROLMENT, "3"));
        assertThat(subject.count("select count(*) from registry.doubt")).isZero();
        assertThat(subject.db
                        .sql("select fields ->> 'name' from registry.record where key = '2'")
                        .query(String.class)
                        .single())
                .isEqualTo("張偉國");
    }

    @Test
    void joinsPersonsWithoutNumbersAcrossTraditionalAndSimplifiedSigns() {
        subject.take(subject.city(200, 7));
        subject.take(List.of(
                subject.row(
                        PERSON,
                        "s",
                        "id_number",
                        NUMBER,
                        "name",
                        "张伟国",
                        "birth_date",
                        "1985-06-15",
                        "sex",
                        "1",
                        "region_code",
                        "360902001001"),
                subject.row(
                        HEALTH,
                        "t",
                        "id_number",
                        "",
                        "name",
                        "張偉國",
                        "birth_date",
                        "1985-06-15",
                        "sex",
                        "1",
                        "region_code",
                        "360902001001")));
        subject.learnAndSettle();

        assertThat(subject.entityOf(HEALTH, "t")).isEqualTo(subject.entityOf(PERSON, "s"));
    }

    @Test
    void tellsOfAnAddressThatMeansOneOfSeveralPlaces() {
        String[] doubtful = {"id_number", NUMBER, "name", "吴样例", "address", "朝阳社区8号"};
        List<Resolver.Taken> taken =
                subject.within(() -> subject.resolver().take(List.of(subject.change("u", PERSON, "9", doubtful))));
        assertThat(subject.faultsOf(PERSON, "9")).containsExactly("RG-107");
        assertThat(taken.getFirst().faults().getFirst().detail()).isEqualTo("东湖区朝阳社区、西山县朝阳社区");
    }

    @Test
    void tellsOfAnAddressInAnotherCityUntilItIsMended() {
        String[] first = {"id_number", NUMBER, "name", "吴样例", "address", "南昌市东湖区一号"};
        subject.take(List.of(subject.row(PERSON, "1", first)));
        assertThat(subject.faultsOf(PERSON, "1")).containsExactly("RG-105");

        List<Resolver.Taken> taken = subject.within(() -> subject.resolver()
                .take(List.of(
                        subject.change("u", PERSON, "1", "id_number", NUMBER, "name", "吴样例", "address", "灵泉路1号"))));

        assertThat(subject.faultsOf(PERSON, "1")).isEmpty();
        assertThat(taken)
                .singleElement()
                .satisfies(row -> assertThat(row.mended()).isNotNull().isNotEqualTo(row.receipt()));
    }

    @Test
    void tellsAStewardOfTwoBirthDatesThatComeInOneRoundAndForgetsThemWhenTheyAgree() {
        String[] police = {"id_number", NUMBER, "name", "吴样例", "birth_date", "1985-06-15"};
        String[] health = {"id_number", NUMBER, "name", "吴样例", "birth_date", "1958-06-15"};
        subject.take(List.of(subject.row(PERSON, "1", police), subject.row(HEALTH, "9", health)));
        assertThat(subject.count("select count(*) from registry.doubt where cause = 'BORN'"))
                .isOne();
        assertThat(subject.clusters()).hasSize(1);

        subject.take(List.of(subject.change("u", HEALTH, "9", police)));
        assertThat(subject.count("select count(*) from registry.doubt")).isZero();
    }
}
