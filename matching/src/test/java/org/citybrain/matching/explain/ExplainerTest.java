package org.citybrain.matching.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.matching.Rows;
import org.citybrain.matching.cluster.Matching;
import org.citybrain.matching.cluster.Thresholds;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.learn.Scorer;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private final RecordStore store = Rows.store(rows());
    private final Matching matching = Matching.of(store);
    private final Explainer subject = new Explainer(store, matching.model(), Thresholds.STANDARD);
    private final int he = store.size() - 3;
    private final int again = store.size() - 2;
    private final int twin = store.size() - 1;

    private static List<String[]> rows() {
        List<String[]> rows = new ArrayList<>(Rows.persons(200, 5));
        rows.add(new String[] {"he", "x", Rows.number("19900101", 1), "欧阳若安", "19900101", "男", "13900000001"});
        rows.add(new String[] {"again", "y", Rows.number("19900101", 1), "欧阳若安", "", "男", ""});
        rows.add(new String[] {"twin", "y", Rows.number("19900101", 3), "欧阳若平", "19900101", "男", "13900000001"});
        return rows;
    }

    private boolean together(int a, int b) {
        return matching.result().cluster()[a] == matching.result().cluster()[b];
    }

    @Test
    void addsUpToTheScore() {
        Waterfall waterfall = subject.explain(he, again, together(he, again));

        assertThat(waterfall.total()).isEqualTo(new Scorer(store, matching.model()).score(he, again), within(1e-9));
        assertThat(waterfall.verdict()).isEqualTo(Waterfall.Verdict.LINKED);
    }

    @Test
    void tellsWhatSpokeAgainst() {
        Waterfall waterfall = subject.explain(he, twin, together(he, twin));

        assertThat(waterfall.verdict()).isNotEqualTo(Waterfall.Verdict.LINKED);
        assertThat(waterfall.steps())
                .anySatisfy(step ->
                        assertThat(step.field() + step.level()).contains("name").contains("one sign"));
    }
}
