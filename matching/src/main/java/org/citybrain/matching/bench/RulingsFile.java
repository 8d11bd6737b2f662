package org.citybrain.matching.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.matching.cluster.RuledPairs;
import org.citybrain.matching.columns.CsvReader;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.columns.TextFile;

/** Stewards' rulings in a CSV file: kind (merge, distinct), left_source, left, right_source, right. */
final class RulingsFile {
    private static final List<String> COLUMNS = List.of("kind", "left_source", "left", "right_source", "right");

    private RulingsFile() {}

    /** Refuses, before anything is read, a file that is no text. */
    static void check(String file) throws IOException {
        if (!file.isEmpty()) {
            TextFile.require("--rulings", Path.of(file), StandardCharsets.UTF_8);
        }
    }

    /** Reads the rulings, none where no file is named; a record that the store has not is refused, for a ruling must not be lost unseen. */
    static RuledPairs read(String file, RecordStore store) throws IOException {
        if (file.isEmpty()) {
            return RuledPairs.NONE;
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (int record = 0; record < store.size(); record++) {
            numbers.put(store.sourceNames().get(store.source(record)) + "\t" + store.key(record), record);
        }
        RuledPairs rulings = new RuledPairs();
        try (CsvReader csv = CsvReader.open(Path.of(file), StandardCharsets.UTF_8, ',')) {
            if (!csv.header().equals(COLUMNS)) {
                throw new PlainFailure("--rulings: 需要这些列 · these columns are needed: " + String.join(",", COLUMNS));
            }
            for (int row = 1; csv.next(); row++) {
                if (csv.cells() != COLUMNS.size()) {
                    throw new PlainFailure("--rulings: 第 " + row + " 行数据需要五格 · row " + row + " needs five cells");
                }
                int left = number(numbers, csv.text(1), csv.text(2));
                int right = number(numbers, csv.text(3), csv.text(4));
                switch (csv.text(0)) {
                    case "merge" -> rulings.merge(left, right);
                    case "distinct" -> rulings.part(left, right);
                    default ->
                        throw new PlainFailure(
                                "--rulings: merge 或 distinct · kind must be merge or distinct, not " + csv.text(0));
                }
            }
        }
        return rulings;
    }

    private static int number(Map<String, Integer> numbers, String source, String key) {
        Integer number = numbers.get(source + "\t" + key);
        if (number == null) {
            throw new PlainFailure("--rulings: 没有这条记录 · no such record: " + source + " " + key);
        }
        return number;
    }
}
