package org.citybrain.sceneformat;

import java.util.ArrayList;
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
    private static final char BETWEEN = '\u001e';
    private static final int LONGEST_VALUE = 80;
    private static final int LONGEST_SENTENCE = 300;

    public SceneFinding {
        int longest = code.saysASentence() ? LONGEST_SENTENCE : LONGEST_VALUE;
        List<String> kept = new ArrayList<>();
        for (String argument : arguments) {
            boolean own = argument.indexOf(BETWEEN) >= 0 || code.listsChoices(kept.size());
            kept.add(own ? argument : shortened(argument, longest));
        }
        arguments = List.copyOf(kept);
    }

    /** An argument that is a word or sentence of ours: each message shows it in its own language. */
    public static String words(String zh, String en) {
        return zh + BETWEEN + en;
    }

    /** A value out of a file for such a sentence, at most 80 signs. */
    public static String shown(String value) {
        return shortened(value, LONGEST_VALUE);
    }

    private static String shortened(String value, int longest) {
        String plain = value.replace(BETWEEN, ' ');
        return plain.length() <= longest ? plain : plain.substring(0, longest) + "…";
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
        return new Bilingual(
                filled(code.message().zh(), true), filled(code.message().en(), false));
    }

    /** The same finding in the form all parts of the house exchange. */
    public Finding toFinding() {
        Severity severity = isError() ? Severity.ERROR : Severity.WARNING;
        String place = line > 0 ? file + ":" + line : file;
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            named.put(String.valueOf(i), arguments.get(i).replace(String.valueOf(BETWEEN), " / "));
        }
        return new Finding(number(), severity, place, "", message(), advice(), named);
    }

    public Bilingual advice() {
        return new Bilingual(
                filled(code.advice().zh(), true), filled(code.advice().en(), false));
    }

    /** {@code SC-004 scene.yaml:3 …}: one line for terminals and logs. */
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        return number() + " " + place + " " + message().zh() + " / " + message().en();
    }

    private String filled(String template, boolean chinese) {
        String text = template;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int between = argument.indexOf(BETWEEN);
            String word =
                    between < 0 ? argument : chinese ? argument.substring(0, between) : argument.substring(between + 1);
            text = text.replace("{" + i + "}", word);
        }
        return text;
    }
}
