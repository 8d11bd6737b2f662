package org.citybrain.platform.registry.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.citybrain.matching.schema.FieldKind;
import org.citybrain.matching.standard.Standards;
import org.citybrain.matching.standard.TextBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at each row for what is strange about it, and holds it beside the living record ({@code registry.record_fault}). */
final class RecordFaults {
    private static final int LONGEST_PERSONS_NAME = 20;
    private static final int SHORTEST_FILLER = 4;
    private static final int MANY = 10;
    /** Kinds whose number is made of digits and letters only, so that a Chinese sign in it is a name's. */
    private static final Set<NumberKind> PLAIN_NUMBERS = Set.of(NumberKind.RESIDENT_ID, NumberKind.CREDIT_CODE);

    private final RecordDeclaration.Loaded declared;
    private final Map<String, RecordDeclaration.Source> sources;
    private final boolean ofPersons;
    private final RecordFault.AddressDoubts addresses;
    private final JdbcClient db;

    RecordFaults(RecordDeclaration.Loaded declared, RecordFault.AddressDoubts addresses, JdbcClient db) {
        this.declared = declared;
        this.sources = declared.sources();
        this.ofPersons = declared.schema().fields().stream()
                .anyMatch(field -> field.name().equals("name") && field.kind() == FieldKind.CHINESE_NAME);
        this.addresses = addresses;
        this.db = db;
    }

    /** A row with its faults. */
    record Faulty(SourceRow row, List<RecordFault.Found> faults) {}

    /**
     * What is strange about a row.
     *
     * @param alike the other records under the same number in the same source
     */
    List<RecordFault.Found> of(SourceRow row, List<Map<String, @Nullable String>> alike) {
        RecordDeclaration.Source source = sources.get(row.resource());
        List<RecordFault.Found> found = new ArrayList<>();
        if (source == null || row.deleted()) {
            return found;
        }
        String number = value(row, source, "number");
        String name = value(row, source, "name");
        if (isFiller(number)) {
            found.add(new RecordFault.Found(RecordFault.FILLER, column(source, "number"), number));
        }
        if (PLAIN_NUMBERS.contains(declared.declaration().number()) && (hasHan(number) || looksLikeNumber(name))) {
            found.add(new RecordFault.Found(RecordFault.SWAPPED, column(source, "name"), ""));
        }
        if (ofPersons && name.codePointCount(0, name.length()) > LONGEST_PERSONS_NAME) {
            String length = String.valueOf(name.codePointCount(0, name.length()));
            found.add(new RecordFault.Found(RecordFault.LONG_NAME, column(source, "name"), length));
        }
        if (hasTraditional(name)) {
            found.add(new RecordFault.Found(RecordFault.TRADITIONAL, column(source, "name"), ""));
        }
        address(value(row, source, "address"), column(source, "address"), found);
        if (alike.size() >= MANY - 1) {
            long same = 1;
            for (Map<String, @Nullable String> other : alike) {
                same += saysTheSame(row.fields(), other) ? 1 : 0;
            }
            if (same >= MANY) {
                found.add(new RecordFault.Found(RecordFault.REPEATED, column(source, "number"), String.valueOf(same)));
            }
        }
        return found;
    }

    private void address(String address, String column, List<RecordFault.Found> found) {
        String city = addresses.otherCity(address);
        if (!city.isEmpty()) {
            found.add(new RecordFault.Found(RecordFault.ELSEWHERE, column, city));
        }
        String several = addresses.several(address);
        if (!several.isEmpty()) {
            found.add(new RecordFault.Found(RecordFault.SEVERAL_PLACES, column, several));
        }
    }

    private static String column(RecordDeclaration.Source source, String field) {
        return Columns.plain(source.columns().getOrDefault(field, ""));
    }

    private static String value(SourceRow row, RecordDeclaration.Source source, String field) {
        String value = row.fields().get(column(source, field));
        return value == null ? "" : value.strip();
    }

    private static boolean isFiller(String number) {
        return number.length() >= SHORTEST_FILLER && number.chars().distinct().count() == 1;
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(RecordFaults::isHan);
    }

    private static boolean isHan(int sign) {
        return Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN;
    }

    private static boolean looksLikeNumber(String name) {
        return name.matches("[0-9A-Za-z]{15,18}")
                && name.chars().filter(Character::isDigit).count() * 2 > name.length();
    }

    private static boolean hasTraditional(String name) {
        TextBuffer simplified = new TextBuffer();
        Standards.of(FieldKind.CHINESE_NAME).apply(new TextBuffer().append(name), simplified);
        String plain = simplified.toString();
        return name.codePoints().anyMatch(sign -> isHan(sign) && plain.indexOf(sign) < 0);
    }

    /** All but the row's own key, which no two rows share: the key and nothing else may differ. */
    private static boolean saysTheSame(Map<String, @Nullable String> fields, Map<String, @Nullable String> other) {
        int different = 0;
        for (Map.Entry<String, @Nullable String> field : fields.entrySet()) {
            different += Objects.equals(field.getValue(), other.get(field.getKey())) ? 0 : 1;
        }
        return different <= 1;
    }

    /** Holds what was found instead of what was found before; the rows are written by now. Tells the places that had faults. */
    Set<String> write(List<Faulty> rows) {
        Set<String> before = Set.copyOf(db.sql("delete from registry.record_fault f using registry.record r"
                        + " where r.id = f.record and (r.resource, r.key) in (select * from unnest(?::text[], ?::text[]))"
                        + " returning r.resource || chr(31) || r.key")
                .params(resources(rows), keys(rows))
                .query(String.class)
                .list());
        List<Faulty> faulty = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        rows.forEach(row -> row.faults().forEach(fault -> {
            faulty.add(row);
            codes.add(fault.fault().code());
        }));
        if (!faulty.isEmpty()) {
            db.sql("insert into registry.record_fault(record, code) select r.id, n.code"
                            + " from unnest(?::text[], ?::text[], ?::text[]) as n(resource, key, code)"
                            + " join registry.record r using (resource, key) on conflict do nothing")
                    .params(resources(faulty), keys(faulty), codes.toArray(String[]::new))
                    .update();
        }
        return before;
    }

    private static String[] resources(List<Faulty> rows) {
        return rows.stream().map(row -> row.row().resource()).toArray(String[]::new);
    }

    private static String[] keys(List<Faulty> rows) {
        return rows.stream().map(row -> row.row().key()).toArray(String[]::new);
    }
}
