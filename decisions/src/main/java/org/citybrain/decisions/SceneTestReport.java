package org.citybrain.decisions;

import java.util.List;
import org.citybrain.sceneformat.SceneFinding;

/**
 * How a folder's tests went.
 *
 * @param findings what is wrong with the folder; with an error among them no test is run
 */
public record SceneTestReport(String scene, List<SceneFinding> findings, List<CaseResult> results) {
    public SceneTestReport {
        findings = List.copyOf(findings);
        results = List.copyOf(results);
    }

    public boolean isGreen() {
        return findings.stream().noneMatch(SceneFinding::isError)
                && results.stream().allMatch(CaseResult::isPassed);
    }

    public long passed() {
        return results.stream().filter(CaseResult::isPassed).count();
    }

    /** One case; {@code misses} say what was expected and what came out, empty when it passed. */
    public record CaseResult(String file, String name, int line, List<String> misses) {
        public CaseResult {
            misses = List.copyOf(misses);
        }

        public boolean isPassed() {
            return misses.isEmpty();
        }
    }
}
