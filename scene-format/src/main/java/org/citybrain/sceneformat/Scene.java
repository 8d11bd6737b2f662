package org.citybrain.sceneformat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.kernel.text.Bilingual;

/**
 * A scene as its folder declares it. Maps are keyed by the id of the part and keep the order of the file names.
 *
 * @param format version of the folder's format, see {@link #FORMAT}
 * @param owner department code of the department that answers for the scene
 * @param lead the leading official (云长)
 * @param mode {@code stream} when facts start it, {@code schedule} when a calendar does
 * @param triggers which rule looks at the candidates of which stream
 * @param stages the way of a case as people see it, in order
 * @param words {@code i18n/zh.json} and {@code i18n/en.json} joined by key
 * @param unread files of which nothing could be read, by path: names that lead there are not called wrong
 * @param digest SHA-256 over the paths and texts of all files, hexadecimal: two folders with one digest are equal
 */
public record Scene(
        String id,
        int format,
        String version,
        Bilingual title,
        Bilingual summary,
        String owner,
        Bilingual lead,
        String mode,
        Map<String, SceneRole> roles,
        List<Trigger> triggers,
        List<Stage> stages,
        Map<String, Need> needs,
        Map<String, SceneStream> streams,
        Map<String, Rule> rules,
        Map<String, Parameter> parameters,
        Map<String, ProcessModel> processes,
        Map<String, Form> forms,
        Map<String, AlertSpec> alerts,
        Map<String, DeliverySpec> deliveries,
        Map<String, IndicatorSpec> indicators,
        Map<String, PanelSpec> panels,
        Map<String, Bilingual> words,
        Map<String, Sample> samples,
        List<SceneTestFile> tests,
        Set<String> unread,
        String digest) {
    /** The one folder format this version reads. */
    public static final int FORMAT = 1;

    public Scene {
        triggers = List.copyOf(triggers);
        stages = List.copyOf(stages);
        tests = List.copyOf(tests);
        unread = Set.copyOf(unread);
        roles = kept(roles);
        needs = kept(needs);
        streams = kept(streams);
        rules = kept(rules);
        parameters = kept(parameters);
        processes = kept(processes);
        forms = kept(forms);
        alerts = kept(alerts);
        deliveries = kept(deliveries);
        indicators = kept(indicators);
        panels = kept(panels);
        words = kept(words);
        samples = kept(samples);
    }

    private static <T> Map<String, T> kept(Map<String, T> parts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** Whether a file of this folder could not be read, so that nobody knows what it would have held. */
    public boolean isUnread(String place) {
        return unread.stream().anyMatch(file -> file.startsWith(place + "/"));
    }

    /** Finds the trigger of a stream's candidates. */
    public Optional<Trigger> findTrigger(String stream) {
        return triggers.stream().filter(each -> each.stream().equals(stream)).findFirst();
    }
}
