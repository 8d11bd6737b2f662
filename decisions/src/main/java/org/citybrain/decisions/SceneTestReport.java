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

    /**
     * One case.
     *
     * @param asked how many questions were decided; 0: the case has no decision part
     * @param candidateSteps how many steps expect candidates, which only the stream runner compares
     * @param misses what was expected and what came out, empty when it passed
     */
    public record CaseResult(String file, String name, int line, int asked, int candidateSteps, List<String> misses) {
        public CaseResult {
            misses = List.copyOf(misses);
        }

        public boolean isPassed() {
            return misses.isEmpty();
        }
    }
}
