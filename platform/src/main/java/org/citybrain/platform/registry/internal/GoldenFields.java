package org.citybrain.platform.registry.internal;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.citybrain.decisions.FactRow;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.region.Region;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.registry.GoldenField;
import org.citybrain.platform.registry.Masking;
import org.jspecify.annotations.Nullable;

/** The golden fields of one registry, put together from rows by its declaration. */
final class GoldenFields {
    private static final Pattern REGION_CODE = Pattern.compile("\\d{12}");

    private final Declaration declaration;
    private final Regions regions;

    GoldenFields(Declaration declaration, Regions regions) {
        this.declaration = declaration;
        this.regions = regions;
    }

    Declaration declaration() {
        return declaration;
    }

    List<GoldenField> of(SubjectRows.Found found, boolean unmasked) {
        return declaration.fields().stream()
                .map(field -> golden(found, field, unmasked))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The name by its own rule, else the declared one. */
    String nameOf(List<FactRow> rows) {
        return text(surviving("name", declaration.name(), rows));
    }

    /** The first number that a row tells. */
    String numberOf(List<FactRow> rows) {
        return text(rows.stream()
                .map(row -> row.field(declaration.number()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
    }

    /** Where it is; null when no source tells it. */
    @Nullable
    Region placeOf(List<FactRow> rows) {
        Declaration.Origin place = declaration.place();
        if (place == null) {
            return null;
        }
        String code = surviving(place.field(), place, rows);
        return regionOf(
                code != null
                        ? code
                        : rows.stream()
                                .map(row -> row.field(place.field()))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null));
    }

    private @Nullable String surviving(String name, Declaration.Origin fallback, List<FactRow> rows) {
        return declaration
                .field(name)
                .map(field -> Survivorship.of(field, rows))
                .map(winner -> winner.told().value())
                .orElseGet(() -> valueOf(fallback, rows));
    }

    /** The region of a code; null when there is none or it has no region's form. */
    @Nullable
    Region regionOf(@Nullable String code) {
        return code != null && REGION_CODE.matcher(code).matches() ? new Region(code, regions.pathOf(code)) : null;
    }

    private static @Nullable String valueOf(Declaration.Origin origin, List<FactRow> rows) {
        FactRow row = Survivorship.rowOf(origin, rows);
        return row == null ? null : row.field(origin.field());
    }

    private @Nullable GoldenField golden(SubjectRows.Found found, Declaration.Field field, boolean unmasked) {
        Survivorship.Winner winner = Survivorship.of(field, found.rows());
        if (winner == null) {
            return null;
        }
        StoredCorrections.Open correction = found.corrections().get(field.name());
        String value = correction == null ? winner.told().value() : correction.wanted();
        FactRow row = winner.told().row();
        return new GoldenField(
                field.name(),
                field.title(),
                shown(field, value, unmasked),
                isMasked(field, unmasked) ? null : field.words(value),
                isMasked(field, unmasked),
                declaration.entity() + ":" + found.entity() + ":" + field.name(),
                row.resource(),
                row.receipt(),
                row.sourceTime(),
                row.knownTime(),
                winner.others().size(),
                winner.others(),
                correction == null ? null : correction.id());
    }

    private static boolean isMasked(Declaration.Field field, boolean unmasked) {
        return masking(field) != Masking.NONE && !unmasked;
    }

    /** How a field is masked. */
    static Masking masking(Declaration.Field field) {
        return Masking.of(field.mask() == null ? "" : field.mask());
    }

    /** A value as the reader may see it, in both languages where it is named. */
    Bilingual words(Declaration.Field field, String value, boolean unmasked) {
        Bilingual words = isMasked(field, unmasked) ? null : field.words(value);
        String text = shown(field, value, unmasked);
        return words == null ? new Bilingual(text, text) : words;
    }

    /** A value as the reader may see it. */
    String shown(Declaration.Field field, String value, boolean unmasked) {
        if (isMasked(field, unmasked)) {
            return masking(field).mask(value);
        }
        if (field.region()) {
            return regions.pathOf(value);
        }
        Bilingual words = field.words(value);
        return words == null ? value : words.zh();
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
