package org.citybrain.matching.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.citybrain.matching.Rows;
import org.citybrain.matching.cluster.Links;
import org.citybrain.matching.cluster.Matching;
import org.citybrain.matching.cluster.Rulings;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.SchemaException;
import org.citybrain.matching.schema.SchemaFile;
import org.junit.jupiter.api.Test;

class MatchDeskTest {
    private static final List<String[]> PERSONS = Rows.persons(300, 21);

    private final RecordStore store = Rows.store(PERSONS);
    private final Matching batch = Matching.of(store);
    private final byte[] model = batch.file().bytes(store.schema());
    private final MatchDesk subject = new MatchDesk(store.schema(), model);

    private int lay(int record) {
        List<String> texts = new ArrayList<>();
        for (int field = 0; field < store.schema().fields().size(); field++) {
            texts.add(store.text(field, record));
        }
        String source = store.sourceNames().get(store.source(record));
        return subject.lay(source + "/" + store.key(record), source, store.key(record), texts);
    }

    @Test
    void scoresAsTheBatchDidUnderTheSavedModel() {
        Links links = batch.result().links();
        assertThat(links.size()).isGreaterThan(300);

        for (int i = 0; i < links.size(); i++) {
            assertThat(subject.score(lay(links.a(i)), lay(links.b(i)))).isCloseTo(links.bits(i), within(1e-4));
        }
    }

    @Test
    void givesACommonKeyToEachPairThatTheBatchLookedAt() {
        Links links = batch.result().links();
        for (int i = 0; i < links.size(); i++) {
            assertThat(Collections.disjoint(subject.keys(lay(links.a(i))), subject.keys(lay(links.b(i)))))
                    .isFalse();
        }
    }

    @Test
    void joinsWhatAStewardJoinsAndPartsWhatHeParts() {
        int one = lay(0);
        int other = lay(store.size() - 1);
        Links links = new Links();
        links.add(one, other, Rulings.MERGE);
        List<Integer> firsts = new ArrayList<>();

        subject.cluster(links, Rulings.NONE, (record, first) -> firsts.add(first));
        assertThat(firsts.getFirst()).isEqualTo(firsts.getLast());

        firsts.clear();
        subject.cluster(links, (a, b) -> true, (record, first) -> firsts.add(first));
        assertThat(firsts.getFirst()).isNotEqualTo(firsts.getLast());
    }

    @Test
    void standardisesAndDropsWhatStandsForNothing() {
        List<String> texts = subject.standard(
                Map.of("number", "000000000000000000", "name", " 劉 國慶 ", "phone", "+86 138-0013-8000"));

        assertThat(texts).containsExactly("", "刘国庆", "", "", "13800138000");
    }

    @Test
    void refusesAModelOfAnotherDeclaration() {
        var other = SchemaFile.parse(Rows.PERSONS.replace("phone: {kind: phone}", "phone: {kind: text}"));

        assertThatThrownBy(() -> new MatchDesk(other, model))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("another declaration");
    }
}
