package org.citybrain.platform.registry.internal;

import java.util.List;
import java.util.Objects;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.registry.Masking;
import org.citybrain.platform.registry.PersonRecord;
import org.citybrain.platform.registry.declared.Declaration;

/** Puts a person's golden record together from the rows that name a person. */
final class GoldenRecords {
    private final GoldenFields golden;

    GoldenRecords(GoldenFields golden) {
        this.golden = golden;
    }

    PersonRecord of(SubjectRows.Found found, boolean unmasked) {
        List<FactRow> rows = found.rows();
        return new PersonRecord(
                found.entity(),
                Masking.NAME.mask(golden.nameOf(found)),
                Masking.IDENTITY_NUMBER.mask(golden.numberOf(found)),
                golden.placeOf(rows),
                golden.of(found, unmasked),
                households(rows),
                found.records());
    }

    private List<PersonRecord.Membership> households(List<FactRow> rows) {
        Declaration.HouseholdOf at = Objects.requireNonNull(golden.declaration().household());
        return rows.stream()
                .filter(row -> row.resource().equals(at.resource()) && row.field(at.ref()) != null)
                .map(row -> new PersonRecord.Membership(
                        Objects.requireNonNull(row.field(at.ref())),
                        at.words(row.field(at.kind())),
                        at.words(row.field(at.relation())),
                        golden.regionOf(row.field(at.region())),
                        row.field(at.from()),
                        row.field(at.to()),
                        row.receipt()))
                .toList();
    }
}
