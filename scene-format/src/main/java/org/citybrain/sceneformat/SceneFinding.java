package org.citybrain.sceneformat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;

/**
 * A mistake or remark about a scene folder, numbered so that it can be looked up in docs/reference/scene-findings.md.
 *
 * @param file path inside the folder with forward slashes
 * @param line from 1; 0 when the finding has no line
 * @param arguments names and values for the message
 */
public record SceneFinding(SceneRuleCode code, String file, int line, List<String> arguments) {
    public SceneFinding {
        arguments = List.copyOf(arguments);
    }

    /** Errors refuse the folder; warnings do not. */
    public boolean isError() {
        return code.severity() == Severity.ERROR;
    }

    /** The number shown, e.g. {@code SC-004}. */
    public String number() {
        return code.number();
    }

    public Bilingual message() {
        return new Bilingual(filled(code.message().zh()), filled(code.message().en()));
    }

    /** The same finding in the form all parts of the house exchange. */
    public Finding toFinding() {
        Severity severity = isError() ? Severity.ERROR : Severity.WARNING;
        String place = line > 0 ? file + ":" + line : file;
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            named.put(String.valueOf(i), arguments.get(i));
        }
        return new Finding(number(), severity, place, "", message(), advice(), named);
    }

    public Bilingual advice() {
        return new Bilingual(filled(code.advice().zh()), filled(code.advice().en()));
    }

    /** {@code SC-004 scene.yaml:3 …}: one line for terminals and logs. */
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        return number() + " " + place + " " + message().zh() + " / " + message().en();
    }

    private String filled(String template) {
        String text = template;
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("{" + i + "}", arguments.get(i));
        }
        return text;
    }
}
