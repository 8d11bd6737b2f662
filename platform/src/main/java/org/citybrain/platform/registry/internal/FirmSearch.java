package org.citybrain.platform.registry.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.code.CreditCode;
import org.citybrain.kernel.code.RegistrationNumber;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.FirmFound;
import org.citybrain.platform.registry.GoldenField;
import org.citybrain.platform.registry.RegistryProblem;
import org.citybrain.platform.registry.SearchWords;
import org.citybrain.platform.registry.When;
import org.citybrain.platform.registry.declared.NumberFault;
import org.citybrain.platform.registry.resolve.EntityRows;
import org.citybrain.platform.registry.resolve.SearchWay;

/** Finds firms by number, name or a part of it, phone or address. */
final class FirmSearch {
    private static final int MOST_FOUND = 50;
    private static final String STATUS = "status";
    private static final Bilingual NOT_TOLD = new Bilingual("", "");

    private final Registries.Registry registry;
    private final EntityRows entities;

    FirmSearch(Registries.Registry registry, EntityRows entities) {
        this.registry = registry;
        this.entities = entities;
    }

    List<FirmFound> find(SearchWords words) {
        Map<String, SearchWay> refs = new LinkedHashMap<>();
        if (!words.number().isBlank()) {
            numbered(words.number(), refs);
        } else if (!words.name().isBlank()) {
            by("name", SearchWay.EXACT, words.name(), refs);
            by("name", SearchWay.PART, words.name(), refs);
            by("name", SearchWay.SOUND, words.name(), refs);
        } else if (!words.phone().isBlank()) {
            by("phone", SearchWay.EXACT, words.phone(), refs);
        } else if (!words.address().isBlank()) {
            by("address", SearchWay.EXACT, words.address(), refs);
        } else {
            throw Refusal.of(RegistryProblem.NOTHING_ASKED, "没有代码、名称、电话或地址 · no code, name, phone or address");
        }
        Map<String, FirmFound> found = new LinkedHashMap<>();
        refs.forEach((ref, way) -> registry.rows()
                .find(ref, When.NOW)
                .map(each -> line(each, way))
                .ifPresent(firm -> found.putIfAbsent(firm.ref(), firm)));
        return List.copyOf(found.values());
    }

    private void numbered(String code, Map<String, SearchWay> refs) {
        String standard = CreditCode.standardise(code);
        String old = RegistrationNumber.standardise(code);
        if (CreditCode.problemOf(standard).isEmpty()) {
            refs.put(registry.resolver().numberRef(standard).orElseThrow(), SearchWay.EXACT);
        } else if (RegistrationNumber.problemOf(old).isEmpty()) {
            by("registration", SearchWay.EXACT, old, refs);
        } else {
            throw Refusal.of(
                    RegistryProblem.CREDIT_CODE_WRONG,
                    NumberFault.words(
                            CreditCode.problemOf(standard).orElseThrow().name()));
        }
    }

    private void by(String field, SearchWay way, String value, Map<String, SearchWay> refs) {
        for (List<Long> keys : registry.resolver().searchKeys(field, way, value.strip())) {
            entities.search(registry.kind(), keys, MOST_FOUND).stream()
                    .limit(Math.max(0, MOST_FOUND - refs.size()))
                    .forEach(ref -> refs.putIfAbsent(ref, way));
        }
    }

    private FirmFound line(SubjectRows.Found found, SearchWay way) {
        Bilingual status = registry.golden().of(found, false).stream()
                .filter(field -> field.field().equals(STATUS))
                .findFirst()
                .map(FirmSearch::words)
                .orElse(NOT_TOLD);
        return new FirmFound(
                found.entity(),
                registry.golden().nameOf(found),
                registry.golden().numberOf(found),
                status,
                registry.golden().placeOf(found.rows()),
                way.name());
    }

    private static Bilingual words(GoldenField field) {
        String value = GoldenFields.text(field.value());
        return field.words() == null ? new Bilingual(value, value) : field.words();
    }
}
