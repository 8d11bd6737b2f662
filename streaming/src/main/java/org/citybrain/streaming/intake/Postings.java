package org.citybrain.streaming.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.MalformedBatchException;
import org.citybrain.kernel.batch.Records;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.streaming.intake.Posting.FactChange;
import org.citybrain.streaming.rows.CatalogueEntry;
import org.citybrain.streaming.rows.KeptRow;
import org.citybrain.streaming.rows.Parcel;
import org.citybrain.streaming.rows.PlainFields;
import org.citybrain.streaming.rows.RowFault;
import org.citybrain.streaming.rows.RowFinding;
import org.citybrain.streaming.rows.RowStandardiser;
import org.citybrain.streaming.rows.StandardRow;
import org.jspecify.annotations.Nullable;

/** Makes postings of parcels: standardises rows, collects findings, cuts facts. For one thread. */
final class Postings {
    private static final int REMEMBERED = 256;

    private final OpaqueIds ids;
    private final Map<String, RowStandardiser> standardisers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RowStandardiser> eldest) {
            return size() > REMEMBERED;
        }
    };

    Postings(OpaqueIds ids) {
        this.ids = ids;
    }

    /** What the parcel brings. */
    Posting of(Parcel parcel) {
        return switch (parcel.kind()) {
            case ACCEPTED -> accepted(parcel);
            case REFUSED -> refused(parcel);
            case KEPT_ROWS -> kept(parcel);
            default -> new Posting(parcel, null, Parcel.NOTHING, 0, 0, List.of(), List.of());
        };
    }

    private Posting accepted(Parcel parcel) {
        SignedBatch batch = parcel.decode();
        CatalogueEntry entry = CatalogueEntry.read(parcel.entry());
        RowStandardiser standardiser = standardiser(
                entry, entry.findVersion(batch.header().schemaFingerprint()).orElseThrow());
        FactRows factRows = entry.isNeeded() ? new FactRows(standardiser, entry, ids) : null;
        // without a need nothing is asked of a plain row but that it is good
        PlainFields plain = factRows == null ? new PlainFields(standardiser) : null;
        Records records = Records.of(batch.records());
        List<RowFinding> findings = new ArrayList<>();
        List<FactChange> facts = new ArrayList<>();
        int good = 0;
        for (int i = 0; i < records.size(); i++) {
            if (plain != null && plain.read(records.bytes(), records.start(i), records.end(i))) {
                good++;
                continue;
            }
            StandardRow row = standardiser.standardise(i, records.get(i));
            findings.addAll(row.findings());
            if (row.isGood()) {
                good++;
                if (factRows != null) {
                    change(parcel, row, factRows, facts::add);
                }
            }
        }
        int bad = records.size() - good;
        return new Posting(parcel, batch.header(), batch.signature(), good, bad, findings, facts);
    }

    private Posting kept(Parcel parcel) {
        CatalogueEntry entry = CatalogueEntry.read(parcel.entry());
        RowStandardiser standardiser = standardiser(entry, entry.findNewest().orElseThrow());
        FactRows factRows = new FactRows(standardiser, entry, ids);
        List<FactChange> facts = new ArrayList<>();
        for (KeptRow kept : KeptRow.decode(parcel.batch())) {
            StandardRow row = standardiser.standardise(kept.row(), kept.record());
            ChangeRecord change = row.change();
            FactRow fact = change == null ? null : fact(factRows, row.after(), change.after(), kept.occurrence());
            if (change != null && fact != null) {
                facts.add(new FactChange('r', null, fact, kept.sequence(), kept.row(), change.sourceTimeMicros()));
            }
        }
        return new Posting(parcel, null, Parcel.NOTHING, 0, 0, List.of(), facts);
    }

    private static void change(Parcel parcel, StandardRow row, FactRows rows, Consumer<FactChange> out) {
        ChangeRecord change = Objects.requireNonNull(row.change());
        FactRow before = fact(rows, row.before(), change.before(), occurrence(parcel, row, 0));
        FactRow after = fact(rows, row.after(), change.after(), occurrence(parcel, row, 1));
        if (before == null && after == null) {
            return;
        }
        long sequence = parcel.sequence();
        long time = change.sourceTimeMicros();
        if (before != null && after != null && !before.key().equals(after.key())) {
            out.accept(new FactChange('d', before, null, sequence, row.row(), time));
            out.accept(new FactChange('c', null, after, sequence, row.row(), time));
        } else {
            out.accept(new FactChange(change.op(), before, after, sequence, row.row(), time));
        }
    }

    private static @Nullable FactRow fact(
            FactRows rows,
            @Nullable List<@Nullable String> standard,
            @Nullable List<@Nullable String> source,
            int occurrence) {
        return standard == null || source == null ? null : rows.of(standard, source, occurrence);
    }

    private static int occurrence(Parcel parcel, StandardRow row, int side) {
        int at = 2 * row.row() + side;
        return at < parcel.occurrences().length ? parcel.occurrences()[at] : 0;
    }

    private Posting refused(Parcel parcel) {
        RowFinding finding = new RowFinding(-1, "", "", RowFault.BATCH_REFUSED, parcel.reason(), "");
        try {
            SignedBatch batch = parcel.decode();
            return new Posting(parcel, batch.header(), batch.signature(), 0, 0, List.of(finding), List.of());
        } catch (MalformedBatchException e) {
            return new Posting(parcel, null, Parcel.NOTHING, 0, 0, List.of(finding), List.of());
        }
    }

    private RowStandardiser standardiser(CatalogueEntry entry, SchemaVersion schema) {
        // data elements may change without the fingerprint, so the whole schema is compared
        String key = entry.resource() + "/" + schema.fingerprint();
        RowStandardiser known = standardisers.get(key);
        if (known == null || !known.schema().equals(schema)) {
            known = new RowStandardiser(schema);
            standardisers.put(key, known);
        }
        return known;
    }
}
