package org.citybrain.platform.registry.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.citybrain.platform.region.Region;
import org.citybrain.platform.registry.GoldenField;
import org.citybrain.platform.registry.Paper;
import org.citybrain.platform.registry.When;
import org.citybrain.platform.registry.declared.Declaration;
import org.citybrain.platform.registry.publicity.StoredMarks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens {@code person:<ref>:<field>} or {@code firm:…}: the winning row, masked, and where it was looked for. */
@Component
class GoldenSources implements SourceProvider {
    private final Registries registries;
    private final StoredMarks marks;

    GoldenSources(Registries registries, StoredMarks marks) {
        this.registries = registries;
        this.marks = marks;
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        String[] parts = id.split(":", 3);
        if (parts.length != 3 || !reader.may(Right.REGISTRY_READ) || isWithheld(parts[1], reader)) {
            return Optional.empty();
        }
        return registries.all().stream()
                .filter(registry -> registry.kind().equals(parts[0]))
                .findFirst()
                .flatMap(registry -> registry.rows()
                        .find(parts[1], When.NOW)
                        .filter(found -> isNear(registry, found, reader))
                        .flatMap(found -> registry.golden().of(found, false).stream()
                                .filter(field -> field.field().equals(parts[2]))
                                .findFirst())
                        .map(field -> view(id, registry.declaration(), field)));
    }

    private boolean isWithheld(String ref, Caller reader) {
        return !reader.may(Right.REGISTRY_WITHHELD) && marks.of(ref).contains(Paper.Mark.WITHHELD);
    }

    /** Persons are seen where the reader serves; the register of firms is open. */
    private static boolean isNear(Registries.Registry registry, SubjectRows.Found found, Caller reader) {
        Region place = registry.golden().placeOf(found.rows());
        return !registry.kind().equals(Registries.PERSON) || place != null && reader.covers(place.code());
    }

    private static SourceView view(String id, Declaration declaration, GoldenField field) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("resource", field.resource());
        row.put("value", field.value());
        row.put("receipt", field.receipt());
        String text = declaration.field(field.field()).stream()
                .flatMap(f -> f.origins().stream())
                .map(origin -> origin.resource() + "." + origin.field())
                .reduce((a, b) -> a + " > " + b)
                .orElse("");
        return new SourceView(
                id,
                new Bilingual(
                        "“" + field.label().zh() + "”取优先级最高且有值的来源",
                        "“" + field.label().en() + "” is taken from the best source that has a value"),
                text,
                Instant.now(),
                List.of(row),
                1,
                List.of(SourceView.ReceiptLink.parse(field.receipt())),
                List.of(new SourceView.Link("resource", "/resources/" + field.resource())));
    }
}
