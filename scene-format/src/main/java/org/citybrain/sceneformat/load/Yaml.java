package org.citybrain.sceneformat.load;

import java.io.StringReader;
import org.citybrain.sceneformat.SceneFinding;
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
            findings.unread(SceneRuleCode.UNREADABLE_FILE, file, line, problem(broken));
        } catch (YAMLException broken) {
            findings.unread(
                    SceneRuleCode.UNREADABLE_FILE,
                    file,
                    0,
                    SceneFinding.words(
                            "YAML 语法有误", "YAML syntax: " + SceneFinding.shown(String.valueOf(broken.getMessage()))));
        }
        // what cannot be read lacks nothing in particular
        return new Section(file, null, new FindingList());
    }

    /** The parser calls the mark of a further key "?". */
    private static String problem(MarkedYAMLException broken) {
        String english =
                SceneFinding.shown(String.valueOf(broken.getProblem())).replace("but got ?", "but got another key");
        return SceneFinding.words(
                broken.getProblemMark() == null
                        ? "YAML 语法有误"
                        : "YAML 语法有误，第 " + (broken.getProblemMark().getColumn() + 1) + " 列附近缺少或多出符号",
                "YAML syntax: " + english);
    }
}
