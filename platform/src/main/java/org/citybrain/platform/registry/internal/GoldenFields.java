package org.citybrain.platform.registry.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citybrain.decisions.FactRow;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.region.Region;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.registry.GoldenField;
import org.citybrain.platform.registry.Masking;
import org.citybrain.platform.registry.declared.Declaration;
import org.citybrain.platform.registry.declared.Survivorship;
import org.jspecify.annotations.Nullable;

/** The golden fields of one registry, put together from rows by its declaration. */
final class GoldenFields {
    private static final String NAME = "name";
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

    /** The name as the golden field tells it, an open correction's first; else the declared one. */
    String nameOf(SubjectRows.Found found) {
        StoredCorrections.Open correction = found.corrections().get(NAME);
        return correction != null ? correction.wanted() : text(surviving(NAME, declaration.name(), found.rows()));
    }

    /** The number as the golden field tells it, an open correction's first; else the first that a row tells. */
    String numberOf(SubjectRows.Found found) {
        String number = declaration.number();
        StoredCorrections.Open correction = found.corrections().get(number);
        return correction != null
                ? correction.wanted()
                : told(number, found.rows()).orElseGet(() -> text(first(number, found.rows())));
    }

    /** Where it is; null when no source tells it. */
    @Nullable
    Region placeOf(List<FactRow> rows) {
        Declaration.Origin place = declaration.place();
        if (place == null) {
            return null;
        }
        String code = surviving(place.field(), place, rows);
        return regionOf(code != null ? code : first(place.field(), rows));
    }

    private @Nullable String surviving(String name, Declaration.Origin fallback, List<FactRow> rows) {
        return told(name, rows).orElseGet(() -> valueOf(fallback, rows));
    }

    /** What survives in a golden field; empty when there is none of that name or no source tells it. */
    private Optional<String> told(String name, List<FactRow> rows) {
        return declaration
                .field(name)
                .map(field -> Survivorship.of(field, rows))
                .map(winner -> winner.told().value());
    }

    private static @Nullable String first(String column, List<FactRow> rows) {
        return rows.stream()
                .map(row -> row.field(column))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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
