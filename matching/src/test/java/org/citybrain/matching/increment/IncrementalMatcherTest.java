package org.citybrain.matching.increment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.citybrain.matching.Rows;
import org.citybrain.matching.cluster.BatchMatcher;
import org.citybrain.matching.cluster.Matching;
import org.citybrain.matching.cluster.Thresholds;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.learn.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncrementalMatcherTest {
    private static final List<String[]> PERSONS = Rows.persons(300, 11);

    private final RecordStore store = Rows.store(PERSONS);
    private final Matching batch = Matching.of(store);
    private final Model model = batch.model();
    private final IncrementalMatcher subject = new IncrementalMatcher(store, model, Thresholds.STANDARD);

    private Set<Set<String>> batchClusters() {
        return Rows.clusters(store, record -> batch.result().cluster()[record]);
    }

    private List<Integer> order(long seed) {
        List<Integer> order = new ArrayList<>();
        for (int record = 0; record < store.size(); record++) {
            order.add(record);
        }
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithTheBatchInAnyOrderOfArrival(long seed) {
        order(seed).forEach(subject::add);

        assertThat(Rows.clusters(store, subject::firstOf)).isEqualTo(batchClusters());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTheBatchAfterRecordsWentAndCameBack(long seed) {
        order(seed).forEach(subject::add);
        List<Integer> some = order(seed + 100).subList(0, 200);
        some.forEach(subject::remove);
        Collections.reverse(some);
        some.forEach(subject::add);

        assertThat(Rows.clusters(store, subject::firstOf)).isEqualTo(batchClusters());
    }

    @Test
    void undoesAMergeWhenTheRecordThatMadeItGoes() {
        order(3).forEach(subject::add);
        int left = Rows.add(store, "left", "x", "", "欧阳若安", "19900101", "", "");
        int right = Rows.add(store, "right", "y", "", "", "", "男", "13988880000");
        int bridge = Rows.add(store, "bridge", "z", "", "欧阳若安", "19900101", "男", "13988880000");
        subject.add(left);
        subject.add(right);
        long leftBefore = subject.clusterOf(left);
        subject.add(bridge);
        subject.remove(bridge);

        assertThat(subject.clusterOf(left)).isEqualTo(leftBefore).isNotEqualTo(subject.clusterOf(right));
        assertThat(subject.clusterOf(bridge)).isZero();
    }

    @Test
    void keepsAClustersIdWhenARecordJoinsIt() {
        int first = Rows.add(store, "n1", "x", Rows.number("19900101", 1), "欧阳若安", "19900101", "男", "");
        int second = Rows.add(store, "n2", "y", Rows.number("19900101", 1), "欧阳若安", "19900101", "男", "");
        int third = Rows.add(store, "n3", "z", Rows.number("19900101", 1), "欧阳若安", "", "男", "");
        subject.add(first);
        subject.add(second);
        long id = subject.clusterOf(first);
        List<ClusterChange> changes = subject.add(third);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.cluster()).isEqualTo(id);
            assertThat(change.members()).containsExactlyInAnyOrder(first, second, third);
        });
    }

    @Test
    void movesAChangedRecordToWhereItNowBelongs() {
        int one = Rows.add(store, "m1", "x", Rows.number("19900101", 1), "欧阳若安", "19900101", "男", "");
        int other = Rows.add(store, "m2", "x", Rows.number("19800202", 5), "司马长风", "19800202", "男", "");
        int before = Rows.add(store, "m3", "y", Rows.number("19900101", 1), "欧阳若安", "", "男", "");
        int after = Rows.add(store, "m3", "y", Rows.number("19800202", 5), "司马长风", "", "男", "");
        subject.add(one);
        subject.add(other);
        subject.add(before);
        assertThat(subject.clusterOf(before)).isEqualTo(subject.clusterOf(one));

        subject.change(before, after);

        assertThat(subject.clusterOf(after)).isEqualTo(subject.clusterOf(other));
        assertThat(subject.clusterOf(before)).isZero();
    }

    @Test
    void touchesNothingElse() {
        order(3).forEach(subject::add);
        int alone = Rows.add(store, "alone", "x", Rows.number("19010101", 7), "诸葛无双", "19010101", "男", "");

        assertThat(subject.add(alone))
                .singleElement()
                .satisfies(change -> assertThat(change.members()).containsExactly(alone));
    }

    @Test
    void takesBackTheLinksOfABlockThatOutgrowsTheCap() {
        List<String[]> crowd = new ArrayList<>(PERSONS);
        for (int i = 0; i < 130; i++) {
            crowd.add(new String[] {"crowd" + i, "x", "", "赵一", "19700101", "", ""});
        }
        RecordStore crowded = Rows.store(crowd);
        IncrementalMatcher matcher = new IncrementalMatcher(crowded, model(crowded), Thresholds.STANDARD);
        for (int record = crowded.size() - 1; record >= 0; record--) {
            matcher.add(record);
        }
        int[] expected = new BatchMatcher(crowded, model(crowded), Thresholds.STANDARD)
                .match()
                .cluster();

        assertThat(Rows.clusters(crowded, matcher::firstOf))
                .isEqualTo(Rows.clusters(crowded, record -> expected[record]));
    }

    private static Model model(RecordStore store) {
        return Matching.of(store).model();
    }

    @Test
    void refusesToTakeOutWhatIsNotThere() {
        assertThatThrownBy(() -> subject.remove(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not there");
    }
}
