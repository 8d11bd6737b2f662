package org.citybrain.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.citybrain.matching.Rows;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.SchemaFile;
import org.junit.jupiter.api.Test;

class TwinsTest {
    private static final String LISTS = """
            format: 1
            name: two lists of works
            mode: link
            id: key
            fields:
              title: {kind: title}
              year: {kind: code}
              place: {kind: code}
            block:
              - [title]
              - [words(title), year]
              - [year, place]
            guards:
              sources-distinct: true
            """;

    private final List<String[]> rows = new ArrayList<>();

    private Set<Set<String>> clusters() {
        Random random = new Random(3);
        for (int work = 0; work < 300; work++) {
            String title = word(random) + ' ' + word(random) + ' ' + word(random) + ' ' + word(random);
            String year = Integer.toString(1990 + random.nextInt(20));
            String place = word(random);
            rows.add(new String[] {"a" + work, "A", title, year, place});
            rows.add(new String[] {"b" + work, "B", title, year, place});
        }
        RecordStore store = Rows.store(SchemaFile.parse(LISTS), rows);
        int[] cluster = Matching.of(store).result().cluster();
        return Rows.clusters(store, record -> cluster[record]);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private void column(String key, String source) {
        rows.add(new String[] {key, source, "book review column", "2002", "record"});
    }

    @Test
    void linksNoneOfSeveralThatNothingTellsApartOnBothSides() {
        column("one", "A");
        column("two", "A");
        column("three", "B");
        column("four", "B");

        assertThat(clusters())
                .hasSize(304)
                .filteredOn(members -> members.size() == 1)
                .hasSize(4);
    }

    @Test
    void linksOneOfTwoThatNothingTellsApartToTheOnlyOneItCanBe() {
        column("one", "A");
        column("three", "B");
        column("four", "B");

        assertThat(clusters())
                .hasSize(302)
                .filteredOn(members -> members.size() == 1)
                .hasSize(1);
    }
}
