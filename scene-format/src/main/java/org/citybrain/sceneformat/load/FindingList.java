package org.citybrain.sceneformat.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;

/** Collects findings while a folder is read; readers go on after each. */
final class FindingList {
    private final List<SceneFinding> findings = new ArrayList<>();
    private final Set<String> unread = new LinkedHashSet<>();

    void add(SceneRuleCode code, String file, int line, String... arguments) {
        findings.add(new SceneFinding(code, file, line, List.of(arguments)));
    }

    /** Of a file that cannot be read at all; what it would have held is not missed by anybody. */
    void unread(SceneRuleCode code, String file, int line, String... arguments) {
        add(code, file, line, arguments);
        unread.add(file);
    }

    Set<String> unread() {
        return Set.copyOf(unread);
    }

    List<SceneFinding> toList() {
        return List.copyOf(findings);
    }
}
