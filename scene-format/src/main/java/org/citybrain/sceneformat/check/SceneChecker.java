package org.citybrain.sceneformat.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citybrain.sceneformat.DeliverySpec;
import org.citybrain.sceneformat.Need;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;
import org.citybrain.sceneformat.SceneStream;
import org.citybrain.sceneformat.SceneTestFile;

/** Checks what reading a folder alone cannot tell. The findings come beside those of the loader. */
public final class SceneChecker {
    private final Scene scene;
    private final List<SceneFinding> findings = new ArrayList<>();

    private SceneChecker(Scene scene) {
        this.scene = scene;
    }

    /** Compares the scene's parts with each other: for authors without a city at hand. */
    public static List<SceneFinding> check(Scene scene) {
        SceneChecker checker = new SceneChecker(scene);
        checker.inside();
        return List.copyOf(checker.findings);
    }

    /** Compares the scene's parts with each other and with the catalogue. */
    public static List<SceneFinding> check(Scene scene, CatalogueLookup catalogue) {
        SceneChecker checker = new SceneChecker(scene);
        checker.inside();
        checker.against(catalogue);
        return List.copyOf(checker.findings);
    }

    private void inside() {
        for (Need need : scene.needs().values()) {
            need.lookup().stream()
                    .filter(field -> !need.grants(field))
                    .forEach(field -> add(SceneRuleCode.UNGRANTED_FIELD, need.file(), need.resource(), field));
        }
        for (SceneStream stream : scene.streams().values()) {
            stream.resources().stream()
                    .filter(resource -> !scene.needs().containsKey(resource) && !scene.isUnread("needs"))
                    .forEach(resource -> add(SceneRuleCode.UNGRANTED_RESOURCE, stream.file(), resource));
        }
        scene.rules().values().forEach(rule -> findings.addAll(new RuleChecker(scene, rule).check()));
        findings.addAll(new NameChecker(scene).check());
        Set<String> tested =
                scene.tests().stream().flatMap(SceneChecker::rulesAsked).collect(Collectors.toSet());
        scene.rules().values().stream()
                .filter(rule -> !tested.contains(rule.id()) && !scene.isUnread("tests"))
                .forEach(rule -> add(SceneRuleCode.UNTESTED_RULE, rule.file(), rule.id()));
    }

    private void against(CatalogueLookup catalogue) {
        for (Need need : scene.needs().values()) {
            compare(catalogue, need.file(), need.resource(), need.fields());
        }
        for (DeliverySpec delivery : scene.deliveries().values()) {
            String resource = delivery.department() + "." + delivery.table();
            compare(
                    catalogue,
                    delivery.file(),
                    resource,
                    List.copyOf(delivery.columns().keySet()));
        }
    }

    private void compare(CatalogueLookup catalogue, String file, String resource, List<String> fields) {
        Optional<Set<String>> known = catalogue.findFields(resource);
        if (known.isEmpty()) {
            add(SceneRuleCode.UNKNOWN_RESOURCE, file, resource);
            return;
        }
        fields.stream()
                .filter(field -> !known.get().contains(field) && !known.get().contains(base(field)))
                .forEach(field -> add(SceneRuleCode.UNKNOWN_FIELD, file, resource, field));
    }

    /** The field a companion stands for; the field itself when it is none. */
    private static String base(String field) {
        return field.endsWith(Need.REF) ? field.substring(0, field.length() - Need.REF.length()) : field;
    }

    static Stream<String> rulesAsked(SceneTestFile test) {
        return test.cases().stream()
                .flatMap(each -> each.steps().stream())
                .flatMap(step -> step.ask().stream())
                .map(SceneTestFile.Ask::rule);
    }

    private void add(SceneRuleCode code, String file, String... arguments) {
        findings.add(new SceneFinding(code, file, 0, List.of(arguments)));
    }
}
