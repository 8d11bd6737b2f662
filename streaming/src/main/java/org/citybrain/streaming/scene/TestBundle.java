package org.citybrain.streaming.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.wire.ActiveNeed;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.kernel.wire.SceneJob;
import org.citybrain.kernel.wire.SqlFile;
import org.citybrain.sceneformat.Need;
import org.citybrain.sceneformat.Sample;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.SceneTestFile;
import org.jspecify.annotations.Nullable;

/**
 * The bundle of a scene whose resources are known only by its own folder: the needs say which fields there are, the
 * values in samples and tests say of which type they are.
 */
final class TestBundle {
    private final Scene scene;
    private final Map<String, Map<String, String>> types = new TreeMap<>();

    private TestBundle(Scene scene) {
        this.scene = scene;
        for (Sample sample : scene.samples().values()) {
            learn(sample.rows());
        }
        for (SceneTestFile file : scene.tests()) {
            file.cases().forEach(each -> each.steps().forEach(step -> learn(step.write())));
        }
    }

    /** The bundle with every need granted. */
    static SceneJob of(Scene scene) {
        TestBundle bundle = new TestBundle(scene);
        List<SqlFile> sql = scene.streams().values().stream()
                .map(stream -> new SqlFile(stream.file(), stream.sql()))
                .toList();
        List<ResourceEntry> resources =
                scene.needs().values().stream().map(bundle::entry).toList();
        return new SceneJob(scene.id(), scene.id(), "test", "RUNNING", sql, resources);
    }

    private void learn(Map<String, List<Map<String, @Nullable String>>> rows) {
        rows.forEach((resource, list) -> {
            Map<String, String> fields = types.computeIfAbsent(resource, name -> new TreeMap<>());
            for (Map<String, @Nullable String> row : list) {
                row.forEach((field, value) -> {
                    if (value != null) {
                        fields.merge(field, typeOf(value), (a, b) -> a.equals(b) ? a : wider(a, b));
                    }
                });
            }
        });
    }

    // numbers of ten and more digits are codes
    private static String typeOf(String value) {
        if (value.matches("-?[1-9]\\d{0,8}|0")) {
            return "bigint";
        }
        if (value.matches("-?\\d+\\.\\d+")) {
            return "numeric(20,4)";
        }
        if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return "date";
        }
        if (value.matches("\\d{4}-\\d{2}-\\d{2}[ T].*")) {
            return "timestamp";
        }
        return value.matches("[tf]") ? "boolean" : "text";
    }

    private static String wider(String a, String b) {
        boolean numbers = Stream.of(a, b).allMatch(type -> type.equals("bigint") || type.startsWith("numeric"));
        return numbers ? "numeric(20,4)" : "text";
    }

    private ResourceEntry entry(Need need) {
        Map<String, FieldSpec> fields = new LinkedHashMap<>();
        Stream.concat(need.fields().stream(), need.lookup().stream())
                .map(name -> name.endsWith(Need.REF) ? name.substring(0, name.length() - Need.REF.length()) : name)
                .forEach(name -> fields.putIfAbsent(name, field(need, name)));
        List<FieldSpec> all = new ArrayList<>(fields.values());
        SchemaVersion version = new SchemaVersion(1, SchemaVersion.fingerprintOf(all), all);
        String department = need.resource().substring(0, need.resource().indexOf('.'));
        return new ResourceEntry(
                need.resource(),
                new Bilingual(need.resource(), need.resource()),
                department,
                "",
                "",
                List.of(version),
                List.of(new ActiveNeed(scene.id(), need.fields(), need.lookup())));
    }

    private FieldSpec field(Need need, String name) {
        // a field without a value here is taken as the same name elsewhere
        String elsewhere = types.values().stream()
                .filter(fields -> fields.containsKey(name))
                .map(fields -> String.valueOf(fields.get(name)))
                .findFirst()
                .orElse("text");
        String type = types.getOrDefault(need.resource(), Map.of()).getOrDefault(name, elsewhere);
        boolean hasRef =
                need.lookup().contains(name + Need.REF) || need.fields().contains(name + Need.REF);
        return FieldSpec.ofColumn(name, type, true, false).withElement(hasRef ? "identity-number" : null);
    }
}
