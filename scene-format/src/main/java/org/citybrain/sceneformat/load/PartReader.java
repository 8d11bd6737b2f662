package org.citybrain.sceneformat.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.sceneformat.AlertSpec;
import org.citybrain.sceneformat.DatedValue;
import org.citybrain.sceneformat.DeliverySpec;
import org.citybrain.sceneformat.IndicatorSpec;
import org.citybrain.sceneformat.Need;
import org.citybrain.sceneformat.PanelSpec;
import org.citybrain.sceneformat.Parameter;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;
import org.citybrain.sceneformat.ValueFrom;

/** Reads the small YAML parts of a scene: needs, parameters, alerts, deliveries, indicators, panels. */
final class PartReader {
    private PartReader() {}

    static Need need(Section section) {
        return new Need(
                section.text("resource"),
                required(section, "fields"),
                section.texts("lookup"),
                section.text("freshness"),
                section.words("purpose"),
                section.words("legalBasis"),
                section.file());
    }

    static Parameter parameter(Section section, String id) {
        Ids.check(section, "id", id);
        Bilingual title = section.words("title");
        String unit = section.text("unit");
        List<DatedValue> values = new ArrayList<>();
        for (Section each : section.sections("values")) {
            try (each) {
                datedValue(
                                each,
                                id,
                                unit,
                                values.isEmpty()
                                        ? LocalDate.MIN
                                        : values.getLast().from())
                        .ifPresent(values::add);
            }
        }
        if (!section.has("values")) {
            section.findings().add(SceneRuleCode.MISSING_KEY, section.file(), section.line(), "values");
        }
        return new Parameter(id, title, unit, values, section.file());
    }

    private static Optional<DatedValue> datedValue(Section section, String id, String unit, LocalDate after) {
        FindingList findings = section.findings();
        Optional<LocalDate> from = section.findDate("from");
        if (!section.has("from")) {
            findings.add(SceneRuleCode.MISSING_KEY, section.file(), section.line(), "from");
        }
        String day = from.map(LocalDate::toString).orElse("?");
        String value = section.text("value");
        if (!isValue(value, unit)) {
            findings.add(SceneRuleCode.PARAMETER_VALUE, section.file(), section.line("value"), id, value, unit);
        }
        Bilingual basis = section.has("basis") ? section.words("basis") : Section.NO_WORDS;
        if (!section.has("basis")) {
            findings.add(SceneRuleCode.PARAMETER_WITHOUT_BASIS, section.file(), section.line(), id, day);
        }
        boolean verified = section.flag("verified", true);
        if (!verified) {
            findings.add(SceneRuleCode.UNVERIFIED_VALUE, section.file(), section.line(), id, day);
        }
        if (from.isPresent() && !from.get().isAfter(after)) {
            findings.add(SceneRuleCode.PARAMETER_DATES, section.file(), section.line("from"), id, day);
        }
        return from.map(start -> new DatedValue(start, value, basis, verified));
    }

    private static boolean isValue(String value, String unit) {
        if (unit.equals("text") || value.isBlank()) {
            return true;
        }
        try {
            return new BigDecimal(value).precision() > 0;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    static AlertSpec alert(Section section, String id) {
        Ids.check(section, "id", id);
        return new AlertSpec(
                id,
                section.file(),
                section.text("rule"),
                required(section, "raise"),
                section.texts("doubt"),
                required(section, "withdraw"),
                section.oneOf("level", "BLUE", "YELLOW", "ORANGE", "RED"),
                section.words("title"),
                section.text("place"),
                section.text("name"),
                section.text("process", ""),
                section.text("doubtRole", ""));
    }

    static DeliverySpec delivery(Section section, String id) {
        Ids.check(section, "id", id);
        Map<String, ValueFrom> columns = new LinkedHashMap<>();
        try (Section mapping = section.section("columns")) {
            for (String column : mapping.keys()) {
                valueFrom(mapping, column).ifPresent(value -> columns.put(column, value));
            }
        }
        String key = section.text("keyColumn");
        if (!key.isBlank() && !columns.containsKey(key)) {
            section.wrong(
                    "keyColumn", key, SceneFinding.words("columns 之一", "one of columns"), section.line("keyColumn"));
        }
        return new DeliverySpec(
                id,
                section.file(),
                section.words("title"),
                section.text("department"),
                section.text("table"),
                key,
                columns);
    }

    static Optional<ValueFrom> valueFrom(Section section, String key) {
        String written = section.text(key);
        Optional<ValueFrom> value = ValueFrom.parse(written);
        if (value.isEmpty() && !written.isBlank()) {
            String kinds = "input: value: sentence: form: parameter: case: day: text:";
            section.wrong(key, written, kinds, section.line(key));
        }
        return value;
    }

    static IndicatorSpec indicator(Section section, String id) {
        Ids.check(section, "id", id);
        Map<String, List<String>> where = new LinkedHashMap<>();
        try (Section conditions = section.section("where")) {
            conditions.keys().forEach(key -> where.put(key, conditions.texts(key)));
        }
        return new IndicatorSpec(
                id,
                section.file(),
                section.words("title"),
                section.text("unit"),
                section.oneOf("count", "alerts", "cases", "decisions", "deliveries"),
                where,
                section.oneOf("window", "today", "month", "year", "all"),
                section.has("by") ? section.oneOf("by", "none", "county", "town", "stage") : "none");
    }

    static PanelSpec panel(Section section, String id) {
        Ids.check(section, "id", id);
        try (Section place = section.section("place")) {
            return new PanelSpec(
                    id,
                    section.file(),
                    section.words("title"),
                    section.oneOf("kind", "number", "bars", "map", "stages"),
                    required(section, "indicators"),
                    place.number("column"),
                    place.number("row"),
                    place.number("width"),
                    place.number("height"));
        }
    }

    private static List<String> required(Section section, String key) {
        List<String> texts = section.texts(key);
        if (texts.isEmpty()) {
            section.findings().add(SceneRuleCode.MISSING_KEY, section.file(), section.line(), key);
        }
        return texts;
    }
}
