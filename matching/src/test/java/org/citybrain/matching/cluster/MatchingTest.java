package org.citybrain.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citybrain.matching.Rows;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.work.Crew;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTest {
    private static final List<String[]> PERSONS = Rows.persons(300, 7);

    private static Set<Set<String>> clusters(List<String[]> rows) {
        RecordStore store = Rows.store(rows);
        int[] cluster = Matching.of(store).result().cluster();
        return Rows.clusters(store, record -> cluster[record]);
    }

    private static Matching matched(RecordStore store) {
        return Matching.of(store);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheSameClustersInAnyOrderOfArrival(long seed) {
        assertThat(clusters(Rows.shuffled(PERSONS, seed))).isEqualTo(clusters(PERSONS));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void findsTheSameOnAnyNumberOfThreads(int threads) {
        Matching alone = matched(Rows.store(PERSONS));
        Matching many = Matching.of(Rows.store(PERSONS), new Crew(threads));

        assertThat(many.model().weights()).isDeepEqualTo(alone.model().weights());
        assertThat(many.result().cluster()).isEqualTo(alone.result().cluster());
        assertThat(many.result().candidates()).isEqualTo(alone.result().candidates());
    }

    @Test
    void findsTheSameWeightsInAnyOrderOfArrival() {
        Matching one = matched(Rows.store(PERSONS));
        Matching other = matched(Rows.store(Rows.shuffled(PERSONS, 9)));

        assertThat(other.model().weights()).isDeepEqualTo(one.model().weights());
        assertThat(other.model().priorBits()).isEqualTo(one.model().priorBits());
    }

    @Test
    void bringsTogetherWhatBelongsTogether() {
        Set<Set<String>> found = clusters(PERSONS);

        long mixed = found.stream()
                .filter(members -> members.stream()
                                .map(key -> key.substring(key.indexOf('/') + 1, key.lastIndexOf('-')))
                                .distinct()
                                .count()
                        > 1)
                .count();
        assertThat(mixed).isZero();
        assertThat(found).hasSizeBetween(300, 330);
    }

    @Test
    void findsTheSameUnderTheSavedModel() {
        Matching learnt = matched(Rows.store(PERSONS));
        byte[] saved = learnt.file().bytes(Rows.store(PERSONS).schema());
        RecordStore other = Rows.store(Rows.shuffled(PERSONS, 5));
        Matching applied = Matching.with(saved, other, new Crew(2), RuledPairs.NONE);

        assertThat(Rows.clusters(other, record -> applied.result().cluster()[record]))
                .isEqualTo(clusters(PERSONS));
        assertThat(new String(saved, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("360999", "137");
    }

    @Nested
    class Ruling {
        private final RecordStore store = Rows.store(PERSONS);
        private final int[] before = Matching.of(store).result().cluster();

        private int[] under(RuledPairs rulings) {
            return Matching.of(Rows.store(PERSONS), Crew.ALONE, rulings)
                    .result()
                    .cluster();
        }

        @Test
        void joinsWhatAStewardJoinsWhateverGuardsSay() {
            int other = store.size() - 1;
            assertThat(before[0]).isNotEqualTo(before[other]);
            RuledPairs rulings = new RuledPairs();
            rulings.merge(0, other);

            int[] after = under(rulings);
            assertThat(after[0]).isEqualTo(after[other]);
        }

        @Test
        void partsWhatAStewardParts() {
            int other = 1;
            while (before[other] != before[other - 1]) {
                other++;
            }
            RuledPairs rulings = new RuledPairs();
            rulings.part(other - 1, other);
            rulings.merge(other - 1, other);

            int[] after = under(rulings);
            assertThat(after[other]).isNotEqualTo(after[other - 1]);
        }
    }

    @Nested
    class Guarding {
        @Test
        void keepsTwoValidNumbersApartThoughAllElseAgrees() {
            List<String[]> rows = new ArrayList<>(PERSONS);
            rows.add(new String[] {"twin-a", "x", Rows.number("19900101", 1), "欧阳若安", "19900101", "男", "13900000001"});
            rows.add(new String[] {"twin-b", "y", Rows.number("19900101", 3), "欧阳若安", "19900101", "男", "13900000001"});

            assertThat(clusters(rows)).contains(Set.of("x/twin-a"), Set.of("y/twin-b"));
        }

        @Test
        void keepsThemApartThoughAThirdRecordFitsBoth() {
            List<String[]> rows = new ArrayList<>(PERSONS);
            rows.add(new String[] {"twin-a", "x", Rows.number("19900101", 1), "欧阳若安", "19900101", "男", "13900000001"});
            rows.add(new String[] {"twin-b", "y", Rows.number("19900101", 3), "欧阳若安", "19900101", "男", "13900000001"});
            rows.add(new String[] {"bridge", "z", "", "欧阳若安", "19900101", "男", "13900000001"});

            assertThat(clusters(rows)).noneMatch(members -> members.containsAll(Set.of("x/twin-a", "y/twin-b")));
        }

        @Test
        void keepsContradictingSexAndBirthDateApart() {
            List<String[]> rows = new ArrayList<>(PERSONS);
            rows.add(new String[] {"he", "x", "", "欧阳若安", "19900101", "男", "13900000001"});
            rows.add(new String[] {"she", "y", "", "欧阳若安", "19900102", "女", "13900000001"});

            assertThat(clusters(rows)).contains(Set.of("x/he"), Set.of("y/she"));
        }
    }

    @Nested
    class BadInput {
        private static final int TRUE_LARGEST = 5;

        private void staysWhole(List<String[]> rows, int largest) {
            RecordStore store = Rows.store(rows);
            MatchResult result = matched(store).result();

            assertThat(result.cluster()).hasSize(rows.size());
            assertThat(Rows.largest(result.cluster())).isLessThanOrEqualTo(largest);
        }

        @Test
        void makesNoGiantOfAnAllZeroNumber() {
            List<String[]> rows = changed(2, row -> row[1].equals("source1") ? "000000000000000000" : row[2]);
            RecordStore store = Rows.store(rows);
            MatchResult result = matched(store).result();

            assertThat(Rows.largest(result.cluster())).isLessThanOrEqualTo(TRUE_LARGEST);
            assertThat(result.findings()).anyMatch(finding -> finding.code().equals("MA-001"));
        }

        @Test
        void makesNoGiantOfOnePhoneForAWholeSource() {
            staysWhole(changed(6, row -> row[1].equals("source0") ? "07953222222" : row[6]), TRUE_LARGEST);
        }

        @Test
        void makesNoGiantOfBlankNames() {
            staysWhole(changed(3, row -> row[1].equals("source0") ? "" : row[3]), TRUE_LARGEST);
        }

        @Test
        void makesNoGiantOfASourceThatRepeatsEachPersonTenTimes() {
            List<String[]> rows = new ArrayList<>(PERSONS);
            for (String[] row : PERSONS) {
                for (int copy = 0; copy < 10 && row[1].equals("source0"); copy++) {
                    String[] again = row.clone();
                    again[0] = row[0] + "-again" + copy;
                    rows.add(again);
                }
            }

            staysWhole(rows, TRUE_LARGEST + 10);
        }

        @Test
        void makesNoGiantOfSwappedColumnsAndTellsThem() {
            List<String[]> rows = new ArrayList<>();
            for (String[] row : PERSONS) {
                String[] other = row.clone();
                if (row[1].equals("source0")) {
                    other[2] = row[3];
                    other[3] = row[2];
                }
                rows.add(other);
            }
            RecordStore store = Rows.store(rows);
            MatchResult result = matched(store).result();

            assertThat(Rows.largest(result.cluster())).isLessThanOrEqualTo(TRUE_LARGEST);
            assertThat(result.findings()).anyMatch(finding -> finding.code().equals("MA-003"));
        }

        @Test
        void keepsTwoSureBirthDatesInOneClusterOfFewAndLosesNoRecord() {
            List<String[]> rows = new ArrayList<>(PERSONS);
            String number = Rows.number("19900101", 1);
            rows.add(new String[] {"sure-a", "x", number, "欧阳若安", "19900101", "男", "13900000001"});
            rows.add(new String[] {"sure-b", "y", number, "欧阳若安", "19910202", "男", "13900000001"});

            assertThat(clusters(rows)).contains(Set.of("x/sure-a", "y/sure-b"));
            staysWhole(rows, TRUE_LARGEST);
        }

        @Test
        void takesNoBirthDateFromAnAllZeroNumber() {
            List<String[]> rows = PERSONS.stream()
                    .map(row -> new String[] {
                        row[0], row[1], "000000000000000000", row[3], "000000000000000000", row[5], row[6]
                    })
                    .toList();
            RecordStore store = Rows.store(rows);

            assertThat(java.util.stream.IntStream.range(0, store.size()).mapToObj(record -> store.text(2, record)))
                    .containsOnly("");
            staysWhole(rows, TRUE_LARGEST);
        }

        @Test
        void takesANameOfThirtySigns() {
            List<String[]> rows = new ArrayList<>(PERSONS);
            String name = "阿卜杜热西提买买提艾力江吐尔逊古丽娜尔热孜万古丽阿依努尔汗";
            rows.add(new String[] {"long-a", "x", "", name, "19900101", "男", "13900000001"});
            rows.add(new String[] {"long-b", "y", "", name, "19900101", "男", "13900000001"});

            assertThat(clusters(rows)).contains(Set.of("x/long-a", "y/long-b"));
        }

        @Test
        void joinsTraditionalAndSimplifiedSigns() {
            List<String[]> rows = new ArrayList<>(PERSONS);
            rows.add(new String[] {"old", "x", "", "劉國慶", "19551001", "男", "13900000001"});
            rows.add(new String[] {"new", "y", "", "刘国庆", "1955-10-01", "男", "13900000001"});

            assertThat(clusters(rows)).contains(Set.of("x/old", "y/new"));
        }

        private List<String[]> changed(int cell, java.util.function.Function<String[], String> value) {
            return PERSONS.stream()
                    .map(row -> {
                        String[] other = row.clone();
                        other[cell] = value.apply(row);
                        return other;
                    })
                    .toList();
        }
    }
}
