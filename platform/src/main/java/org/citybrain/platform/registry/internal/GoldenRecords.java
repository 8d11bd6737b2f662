package org.citybrain.platform.registry.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.region.Region;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.registry.GoldenField;
import org.citybrain.platform.registry.Masking;
import org.citybrain.platform.registry.PersonRecord;
import org.jspecify.annotations.Nullable;

/** Puts a golden record together from the rows that name a person. */
final class GoldenRecords {
    private final Declaration declaration;
    private final Regions regions;

    GoldenRecords(Declaration declaration, Regions regions) {
        this.declaration = declaration;
        this.regions = regions;
    }

    PersonRecord of(String ref, List<FactRow> rows, boolean unmasked) {
        List<GoldenField> fields = declaration.fields().stream()
                .map(field -> golden(ref, field, rows, unmasked))
                .filter(Objects::nonNull)
                .toList();
        return new PersonRecord(
                ref,
                Masking.NAME.mask(text(valueOf(declaration.name(), rows))),
                Masking.IDENTITY_NUMBER.mask(text(rows.getFirst().field(declaration.idNumber()))),
                placeOf(valueOf(declaration.place(), rows)),
                fields,
                households(rows));
    }

    /** The region of a code; null when there is none or it has no region's form. */
    @Nullable
    Region placeOf(@Nullable String code) {
        return code != null && code.matches("\\d{12}") ? new Region(code, regions.pathOf(code)) : null;
    }

    /** The best value of an origin; null when no row has one. */
    @Nullable
    String valueOf(Declaration.Origin origin, List<FactRow> rows) {
        FactRow row = rowOf(origin, rows);
        return row == null ? null : row.field(origin.field());
    }

    private @Nullable GoldenField golden(String ref, Declaration.Field field, List<FactRow> rows, boolean unmasked) {
        FactRow winner = null;
        String value = null;
        List<String> others = new ArrayList<>();
        for (Declaration.Origin origin : field.origins()) {
            FactRow row = rowOf(origin, rows);
            String found = row == null ? null : row.field(origin.field());
            if (row != null && found != null && winner == null) {
                winner = row;
                value = found;
            } else if (found != null && !found.equals(value)) {
                others.add(origin.resource());
            }
        }
        if (winner == null || value == null) {
            return null;
        }
        Masking masking = Masking.of(field.mask() == null ? "" : field.mask());
        boolean masked = masking != Masking.NONE && !unmasked;
        return new GoldenField(
                field.name(),
                field.title(),
                masked ? masking.mask(value) : readable(field, value),
                masked,
                "person:" + ref + ":" + field.name(),
                winner.resource(),
                winner.receipt(),
                winner.sourceTime(),
                winner.knownTime(),
                others.size(),
                others);
    }

    private String readable(Declaration.Field field, String value) {
        if (field.region()) {
            return regions.pathOf(value);
        }
        var codes = field.codes();
        var text = codes == null ? null : codes.get(value);
        return text == null ? value : text.zh() + " " + text.en();
    }

    private static @Nullable FactRow rowOf(Declaration.Origin origin, List<FactRow> rows) {
        String latestBy = origin.latestBy();
        Comparator<FactRow> order = Comparator.comparing(row -> {
            String by = latestBy == null ? null : row.field(latestBy);
            return by == null ? "" : by;
        });
        return rows.stream()
                .filter(row -> row.resource().equals(origin.resource()))
                .max(order.thenComparing(FactRow::sourceTime))
                .orElse(null);
    }

    private List<PersonRecord.Membership> households(List<FactRow> rows) {
        Declaration.HouseholdOf at = declaration.household();
        return rows.stream()
                .filter(row -> row.resource().equals(at.resource()) && row.field(at.ref()) != null)
                .map(row -> new PersonRecord.Membership(
                        Objects.requireNonNull(row.field(at.ref())),
                        text(row.field(at.kind())),
                        text(row.field(at.relation())),
                        placeOf(row.field(declaration.place().field())),
                        row.field(at.from()),
                        row.field(at.to()),
                        row.receipt()))
                .toList();
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
