package org.citybrain.matching.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citybrain.matching.cluster.Links;
import org.citybrain.matching.cluster.MatchResult;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.explain.Explainer;

/** Writes a result for people and programs. */
final class ResultFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultFiles() {}

    /** One line per record: its key, its source, and the key of its cluster's first record. */
    static void clusters(Measured measured, Path file) throws IOException {
        RecordStore store = measured.store();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("record,source,cluster\n");
            for (int record = 0; record < store.size(); record++) {
                int first = measured.result().cluster()[record];
                out.write(cell(store.key(record)) + ","
                        + cell(store.sourceNames().get(store.source(record))) + ","
                        + cell(store.sourceNames().get(store.source(first)) + "/" + store.key(first)) + "\n");
            }
        }
    }

    /** One JSON line per pair at or above the clerical threshold. */
    static void explanations(Measured measured, Path file, int limit) throws IOException {
        MatchResult result = measured.result();
        Links links = result.links();
        Explainer explainer = new Explainer(
                measured.store(), measured.model(), measured.result().thresholds());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < Math.min(limit, links.size()); i++) {
                int a = links.a(i);
                int b = links.b(i);
                boolean together = result.cluster()[a] == result.cluster()[b];
                out.write(JSON.writeValueAsString(explainer.explain(a, b, together)));
                out.newLine();
            }
        }
    }

    private static String cell(String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
