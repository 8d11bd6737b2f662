package org.citybrain.streaming.rows;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.MalformedBatchException;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/** Brings the rows of one schema version into standard form; a faulty row is set aside, the others go on. */
public final class RowStandardiser {
    private final SchemaVersion schema;
    private final List<FieldRule> rules;

    public RowStandardiser(SchemaVersion schema) {
        this.schema = schema;
        this.rules = schema.fields().stream().map(FieldRule::new).toList();
    }

    /** The schema of the rows. */
    public SchemaVersion schema() {
        return schema;
    }

    /** The rule of each field, in field order. */
    public List<FieldRule> rules() {
        return rules;
    }

    /** All rows of a batch, in arrival order. */
    public List<StandardRow> standardise(SignedBatch batch) {
        List<StandardRow> rows = new ArrayList<>(batch.records().size());
        for (int i = 0; i < batch.records().size(); i++) {
            rows.add(standardise(i, batch.records().get(i)));
        }
        return rows;
    }

    /** One row, by its arrival index and canonical bytes. */
    public StandardRow standardise(int row, byte[] record) {
        ChangeRecord change;
        try {
            change = ChangeRecord.decode(record);
        } catch (MalformedBatchException e) {
            return new StandardRow(row, null, null, null, List.of(whole(row, "", RowFault.UNREADABLE)));
        }
        List<RowFinding> findings = new ArrayList<>(0);
        List<@Nullable String> after = change.after() == null ? null : values(row, change, change.after(), findings);
        // what was wrong with the row before was told when it came
        List<RowFinding> told = new ArrayList<>(0);
        List<@Nullable String> before = change.before() == null ? null : values(row, change, change.before(), told);
        if (told.stream().anyMatch(RowFinding::setsAside)) {
            before = null;
        }
        boolean aside = findings.stream().anyMatch(RowFinding::setsAside);
        return new StandardRow(row, change, before, aside ? null : after, findings);
    }

    private List<@Nullable String> values(
            int row, ChangeRecord change, List<@Nullable String> source, List<RowFinding> findings) {
        if (source.size() != rules.size()) {
            findings.add(whole(row, maskedKey(change), RowFault.FIELD_COUNT));
            return source;
        }
        List<@Nullable String> standard = new ArrayList<>(source.size());
        for (int i = 0; i < source.size(); i++) {
            FieldRule rule = rules.get(i);
            String value = source.get(i);
            if (value == null) {
                standard.add(null);
                if (rule.field().key()) {
                    findings.add(finding(row, change, rule, RowFault.KEY_MISSING, "", ""));
                }
                continue;
            }
            FieldRule.Outcome outcome = rule.apply(value);
            standard.add(outcome.value());
            if (outcome.fault() != null) {
                findings.add(finding(row, change, rule, outcome.fault(), outcome.detail(), rule.excerpt(value)));
            }
        }
        return standard;
    }

    private RowFinding finding(
            int row, ChangeRecord change, FieldRule rule, RowFault fault, String detail, String excerpt) {
        return new RowFinding(row, maskedKey(change), rule.field().name(), fault, detail, excerpt);
    }

    private static RowFinding whole(int row, String maskedKey, RowFault fault) {
        return new RowFinding(row, maskedKey, "", fault, "", "");
    }

    /** The row's key for people; empty for tables without one. */
    private String maskedKey(ChangeRecord change) {
        if (!schema.isKeyed()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < rules.size(); i++) {
            FieldSpec field = rules.get(i).field();
            if (field.key() && at < change.key().size()) {
                String part = change.key().get(at++);
                parts.add(part == null ? "" : rules.get(i).excerpt(part));
            }
        }
        return String.join("/", parts);
    }
}
