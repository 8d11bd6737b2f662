package org.citybrain.matching.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.matching.columns.CsvReader;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.InputFormat;
import org.citybrain.matching.schema.MatchSchema;
import org.citybrain.matching.schema.SchemaFile;
import org.citybrain.matching.work.Crew;

/**
 * Records of the sample city with what the batch finds among them, to measure other engines against.
 *
 * @param config the declaration
 * @param model what the batch learnt, as bytes
 * @param rows the records as their sources wrote them, in the batch's order
 * @param clusters by record: the number of its cluster in the batch
 */
public record LinkageSample(String config, byte[] model, List<Row> rows, int[] clusters) {
    /**
     * A record.
     *
     * @param source the source's word
     * @param key the record's own key
     * @param fields texts by column
     */
    public record Row(String source, String key, Map<String, String> fields) {}

    public LinkageSample {
        rows = List.copyOf(rows);
    }

    /**
     * Makes records of so many residents and matches them.
     *
     * @param repository where the sample city's names and dirt rates lie
     */
    public static LinkageSample of(int residents, Path repository) throws IOException {
        Path resources = repository.resolve("sample-city/src/main/resources");
        Path folder = Files.createTempDirectory("citybrain-linkage-");
        List<Path> files = List.of();
        try {
            String config = KnownSet.resource("sample-city.yaml");
            MatchSchema schema = SchemaFile.parse(config);
            files = new SampleCity(
                            SampleNames.read(resources.resolve("names")),
                            SampleSource.list(resources.resolve("dirt.yaml"), 1),
                            SampleRuns.SEED)
                    .write(residents, folder);
            Measured measured = Measuring.measure(new Job("sample", schema, files, "person"), Crew.ofAll());
            List<Row> rows = new ArrayList<>();
            for (Path file : files) {
                read(file, schema.input(), measured.store(), rows);
            }
            return new LinkageSample(
                    config,
                    measured.file().bytes(schema),
                    rows,
                    measured.result().cluster());
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        }
    }

    private static void read(Path file, InputFormat format, RecordStore store, List<Row> into) throws IOException {
        try (CsvReader csv = CsvReader.open(file, format.charset(), format.separator())) {
            List<String> header = csv.header();
            while (csv.next()) {
                Map<String, String> fields = new HashMap<>();
                for (int i = 0; i < csv.cells(); i++) {
                    fields.put(header.get(i), csv.text(i));
                }
                fields.remove("person");
                int record = into.size();
                into.add(new Row(store.sourceNames().get(store.source(record)), store.key(record), fields));
            }
        }
    }
}
