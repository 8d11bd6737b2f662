package org.citybrain.platform.process.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.process.Tasks.Prefilled;
import org.citybrain.platform.process.Tasks.Worksheet;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.sceneformat.Form;
import org.springframework.stereotype.Component;

/** Lays out the form of a task with what is known beforehand. */
@Component
class Worksheets {
    private final CaseStore cases;
    private final Scenes scenes;
    private final ValueResolver values;

    Worksheets(CaseStore cases, Scenes scenes, ValueResolver values) {
        this.cases = cases;
        this.scenes = scenes;
        this.values = values;
    }

    Worksheet of(TaskRecord task) {
        CaseRecord record = cases.get(task.caseId());
        String id = task.form();
        Form form = id == null
                ? null
                : scenes.get(record.scene(), record.version()).scene().forms().get(id);
        if (form == null) {
            JsonNode empty = JsonNodeFactory.instance.objectNode();
            return new Worksheet("", empty, empty, Map.of());
        }
        Map<String, Prefilled> prefill = new LinkedHashMap<>();
        form.prefill()
                .forEach((field, from) -> values.find(from, record)
                        .flatMap(found -> typed(form.schema().path("properties").path(field), found.value())
                                .map(value -> new Prefilled(value, found.source())))
                        .ifPresent(value -> prefill.put(field, value)));
        return new Worksheet(form.id(), form.schema(), form.ui(), prefill);
    }

    /** The value as the field wants it; empty when it cannot be read as such. */
    private static Optional<Object> typed(JsonNode property, String value) {
        try {
            return switch (property.path("type").asText()) {
                case "number" -> Optional.of(new BigDecimal(value));
                case "integer" -> Optional.of(new BigDecimal(value).longValueExact());
                case "boolean" -> Optional.of(Boolean.valueOf(value));
                default -> Optional.of(value);
            };
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
