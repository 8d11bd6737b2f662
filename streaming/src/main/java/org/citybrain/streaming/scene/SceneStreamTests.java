package org.citybrain.streaming.scene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.wire.Candidate;
import org.citybrain.kernel.wire.RowChange;
import org.citybrain.kernel.wire.SceneJob;
import org.citybrain.sceneformat.Need;
import org.citybrain.sceneformat.Sample;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.SceneTestFile;
import org.citybrain.sceneformat.SceneTestFile.CandidateKey;
import org.citybrain.sceneformat.load.SceneFolder;
import org.jspecify.annotations.Nullable;

/**
 * Runs the stream parts of a folder's {@code tests/*.yaml} offline: each step that expects candidates is compared with
 * what its changes add to the candidates of the steps before.
 */
public final class SceneStreamTests {
    private final Scene scene;
    private final SceneJob bundle;

    private SceneStreamTests(Scene scene) {
        this.scene = scene;
        this.bundle = TestBundle.of(scene);
    }

    /** One case with expected candidates; {@code misses} are empty when it passed. */
    public record CaseResult(String file, String name, int line, List<String> misses) {}

    /**
     * How a folder's streams did.
     *
     * @param findings why its SQL is refused; no case is run then
     */
    public record Report(String scene, List<Finding> findings, List<CaseResult> results) {
        /** Whether nothing is wrong. */
        public boolean isGreen() {
            return findings.isEmpty()
                    && results.stream().allMatch(result -> result.misses().isEmpty());
        }
    }

    /** Checks the SQL and runs the cases; a folder that cannot be read has no streams and is left to the checker. */
    public static Report run(Path folder) throws Exception {
        Optional<Scene> scene = SceneFolder.load(folder).scene();
        if (scene.isEmpty() || scene.get().streams().isEmpty()) {
            return new Report(String.valueOf(folder.getFileName()), List.of(), List.of());
        }
        return new SceneStreamTests(scene.get()).runAll();
    }

    private Report runAll() throws Exception {
        List<Finding> findings = OfflineStreams.check(bundle);
        List<CaseResult> results = new ArrayList<>();
        if (findings.isEmpty()) {
            for (SceneTestFile file : scene.tests()) {
                for (SceneTestFile.Case each : file.cases()) {
                    if (each.steps().stream()
                            .anyMatch(step -> step.expect().candidates().isPresent())) {
                        results.add(new CaseResult(file.file(), each.name(), each.line(), misses(file, each)));
                    }
                }
            }
        }
        return new Report(scene.id(), findings, results);
    }

    private List<String> misses(SceneTestFile file, SceneTestFile.Case each) throws Exception {
        Changes changes = new Changes();
        Sample sample = scene.samples().get(file.sample());
        if (sample != null) {
            changes.write(sample.rows());
        }
        List<String> misses = new ArrayList<>();
        for (SceneTestFile.Step step : each.steps()) {
            Optional<Set<CandidateKey>> expected = step.expect().candidates();
            Map<CandidateKey, Integer> before = expected.isPresent() ? count(changes.all) : Map.of();
            changes.write(step.write());
            changes.remove(step.remove());
            if (expected.isPresent()) {
                Set<String> added = new TreeSet<>();
                count(changes.all).forEach((key, count) -> {
                    if (count > before.getOrDefault(key, 0)) {
                        added.add(key.toString());
                    }
                });
                Set<String> wanted = new TreeSet<>();
                expected.get().forEach(key -> wanted.add(key.toString()));
                if (!added.equals(wanted)) {
                    misses.add("line " + step.line() + ": candidates: expected " + wanted + ", but came " + added);
                }
            }
        }
        return misses;
    }

    private Map<CandidateKey, Integer> count(List<RowChange> changes) throws Exception {
        Map<CandidateKey, Integer> counts = new HashMap<>();
        for (Candidate candidate : OfflineStreams.run(bundle, changes).candidates()) {
            counts.merge(
                    new CandidateKey(
                            candidate.stream(), candidate.subjectKind(), candidate.subject(), candidate.period()),
                    1,
                    Integer::sum);
        }
        return counts;
    }

    /** The changes so far, and the rows that they leave. */
    private final class Changes {
        private final List<RowChange> all = new ArrayList<>();
        private final Map<String, Map<String, @Nullable String>> rows = new HashMap<>();
        private long sequence;

        void write(Map<String, List<Map<String, @Nullable String>>> written) {
            for (Map.Entry<String, List<Map<String, @Nullable String>>> table : written.entrySet()) {
                for (Map<String, @Nullable String> row : table.getValue()) {
                    write(table.getKey(), row);
                }
            }
        }

        private void write(String resource, Map<String, @Nullable String> row) {
            String key = String.valueOf(row.values().iterator().next());
            Map<String, @Nullable String> before = rows.get(resource + "/" + key);
            Map<String, @Nullable String> after = withCompanions(resource, row);
            rows.put(resource + "/" + key, after);
            add(resource, key, before == null ? "c" : "u", before, after);
        }

        void remove(Map<String, List<String>> removed) {
            for (Map.Entry<String, List<String>> table : removed.entrySet()) {
                for (String key : table.getValue()) {
                    Map<String, @Nullable String> before = rows.get(table.getKey() + "/" + key);
                    if (before != null) {
                        rows.remove(table.getKey() + "/" + key);
                        add(table.getKey(), key, "d", before, null);
                    }
                }
            }
        }

        private void add(
                String resource,
                String key,
                String op,
                @Nullable Map<String, @Nullable String> before,
                @Nullable Map<String, @Nullable String> after) {
            sequence++;
            all.add(new RowChange(resource, op, key, before, after, 0, sequence, 0, sequence, sequence));
        }

        private Map<String, @Nullable String> withCompanions(String resource, Map<String, @Nullable String> row) {
            Map<String, @Nullable String> values = new LinkedHashMap<>(row);
            Need need = scene.needs().get(resource);
            for (String lookup : need == null ? List.<String>of() : need.lookup()) {
                if (lookup.endsWith(Need.REF)) {
                    values.putIfAbsent(lookup, row.get(lookup.substring(0, lookup.length() - Need.REF.length())));
                }
            }
            return values;
        }
    }
}
