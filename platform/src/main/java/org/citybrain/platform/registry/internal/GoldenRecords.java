package org.citybrain.platform.registry.internal;

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

    PersonRecord of(PersonRows.Found found, boolean unmasked) {
        List<FactRow> rows = found.rows();
        List<GoldenField> fields = declaration.fields().stream()
                .map(field -> golden(found, field, unmasked))
                .filter(Objects::nonNull)
                .toList();
        return new PersonRecord(
                found.entity(),
                Masking.NAME.mask(text(nameOf(rows))),
                Masking.IDENTITY_NUMBER.mask(text(rows.stream()
                        .map(row -> row.field(declaration.idNumber()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null))),
                placeOf(placeCode(rows)),
                fields,
                households(rows),
                found.records());
    }

    /** The name by its own rule, else the declared one. */
    @Nullable
    String nameOf(List<FactRow> rows) {
        return surviving("name", declaration.name(), rows);
    }

    private @Nullable String placeCode(List<FactRow> rows) {
        String field = declaration.place().field();
        String code = surviving(field, declaration.place(), rows);
        return code != null
                ? code
                : rows.stream()
                        .map(row -> row.field(field))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable String surviving(String name, Declaration.Origin fallback, List<FactRow> rows) {
        return declaration.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(field -> Survivorship.of(field, rows))
                .map(winner -> winner.told().value())
                .orElseGet(() -> valueOf(fallback, rows));
    }

    /** The region of a code; null when there is none or it has no region's form. */
    @Nullable
    Region placeOf(@Nullable String code) {
        return code != null && code.matches("\\d{12}") ? new Region(code, regions.pathOf(code)) : null;
    }

    /** The best value of an origin; null when no row has one. */
    @Nullable
    String valueOf(Declaration.Origin origin, List<FactRow> rows) {
        FactRow row = Survivorship.rowOf(origin, rows);
        return row == null ? null : row.field(origin.field());
    }

    private @Nullable GoldenField golden(PersonRows.Found found, Declaration.Field field, boolean unmasked) {
        Survivorship.Winner winner = Survivorship.of(field, found.rows());
        if (winner == null) {
            return null;
        }
        StoredCorrections.Open correction = found.corrections().get(field.name());
        String value = correction == null ? winner.told().value() : correction.wanted();
        Masking masking = Masking.of(field.mask() == null ? "" : field.mask());
        boolean masked = masking != Masking.NONE && !unmasked;
        FactRow row = winner.told().row();
        return new GoldenField(
                field.name(),
                field.title(),
                masked ? masking.mask(value) : readable(field, value),
                masked,
                "person:" + found.entity() + ":" + field.name(),
                row.resource(),
                row.receipt(),
                row.sourceTime(),
                row.knownTime(),
                winner.others().size(),
                winner.others(),
                correction == null ? null : correction.id());
    }

    private String readable(Declaration.Field field, String value) {
        if (field.region()) {
            return regions.pathOf(value);
        }
        var codes = field.codes();
        var text = codes == null ? null : codes.get(value);
        return text == null ? value : text.zh() + " " + text.en();
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
