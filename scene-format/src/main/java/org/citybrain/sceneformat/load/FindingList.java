package org.citybrain.sceneformat.load;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;

/** Collects findings while a folder is read; readers go on after each. */
final class FindingList {
    private final List<SceneFinding> findings = new ArrayList<>();

    void add(SceneRuleCode code, String file, int line, String... arguments) {
        findings.add(new SceneFinding(code, file, line, List.of(arguments)));
    }

    List<SceneFinding> toList() {
        return List.copyOf(findings);
    }
}
