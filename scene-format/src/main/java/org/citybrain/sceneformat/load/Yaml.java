package org.citybrain.sceneformat.load;

import java.io.StringReader;
import org.citybrain.sceneformat.SceneRuleCode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Turns YAML text into sections that know their lines; broken YAML is a finding and reads as empty. */
final class Yaml {
    private Yaml() {}

    static Section section(String file, String text, FindingList findings) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(20);
        options.setNestingDepthLimit(30);
        try {
            Node node = new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            return new Section(file, node, findings);
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            findings.add(SceneRuleCode.UNREADABLE_FILE, file, line, String.valueOf(broken.getProblem()));
        } catch (YAMLException broken) {
            findings.add(SceneRuleCode.UNREADABLE_FILE, file, 0, String.valueOf(broken.getMessage()));
        }
        return new Section(file, null, findings);
    }
}
