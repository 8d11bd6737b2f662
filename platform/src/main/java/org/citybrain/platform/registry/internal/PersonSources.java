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
import org.citybrain.platform.registry.GoldenField;
import org.citybrain.platform.registry.PersonRecord;
import org.citybrain.platform.registry.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens {@code person:<ref>:<field>}: the winning row and those that differ, masked. */
@Component
class PersonSources implements SourceProvider {
    private final Declaration declaration;
    private final GoldenRecords records;
    private final PersonRows rows;

    PersonSources(Declaration declaration, GoldenRecords records, PersonRows rows) {
        this.declaration = declaration;
        this.records = records;
        this.rows = rows;
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        String[] parts = id.split(":", 3);
        if (parts.length != 3 || !parts[0].equals("person") || !reader.may(Right.REGISTRY_READ)) {
            return Optional.empty();
        }
        PersonRecord person = rows.find(parts[1], When.NOW)
                .map(found -> records.of(found, false))
                .orElse(null);
        if (person == null) {
            return Optional.empty();
        }
        boolean near = person.place() != null && reader.covers(person.place().code());
        return person.fields().stream()
                .filter(field -> near && field.field().equals(parts[2]))
                .findFirst()
                .map(field -> view(id, field));
    }

    private SourceView view(String id, GoldenField field) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("resource", field.resource());
        row.put("value", field.value());
        row.put("receipt", field.receipt());
        String text = declaration.fields().stream()
                .filter(f -> f.name().equals(field.field()))
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
