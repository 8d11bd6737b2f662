package org.citybrain.platform.scene.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.citybrain.platform.scene.SceneParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens {@code parameter:<scene>:<id>}: every value ever known, with the law it rests on and who set it. */
@Component
class ParameterSources implements SourceProvider {
    private final SceneParameters parameters;

    ParameterSources(SceneParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        String[] parts = id.split(":", 3);
        if (parts.length != 3 || !parts[0].equals("parameter")) {
            return Optional.empty();
        }
        List<SceneParameters.Known> values = parameters.history(parts[1]).stream()
                .filter(value -> value.id().equals(parts[2]))
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(view(id, parts[1], values));
    }

    private static SourceView view(String id, String scene, List<SceneParameters.Known> values) {
        return new SourceView(
                id,
                new Bilingual(
                        "带生效日期和依据的参数；按城市日取当日有效的值",
                        "A dated parameter with its basis; the value in force on the city day is taken"),
                "scene.parameter: scene = " + scene + ", id = "
                        + values.getFirst().id(),
                values.getFirst().knownAt(),
                values.stream().map(ParameterSources::row).toList(),
                values.size(),
                List.of(),
                List.of(new SourceView.Link("scene", "/scenes/" + scene)));
    }

    private static Map<String, @Nullable Object> row(SceneParameters.Known value) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("from", value.from());
        row.put("value", value.value());
        row.put("basis", value.basis());
        row.put("verified", value.verified());
        row.put("author", value.author());
        row.put("knownAt", value.knownAt());
        return row;
    }
}
