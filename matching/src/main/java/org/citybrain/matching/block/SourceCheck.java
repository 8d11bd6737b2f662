package org.citybrain.matching.block;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.FieldKind;
import org.citybrain.matching.schema.MatchField;
import org.citybrain.matching.standard.TextBuffer;
import org.citybrain.matching.work.Crew;

/** Sources whose columns seem to be swapped: most identity numbers are none, or most names hold digits. */
public final class SourceCheck {
    private static final int FEW = 20;
    private static final int TASK = 1 << 15;

    private final RecordStore store;
    private final Crew crew;

    public SourceCheck(RecordStore store, Crew crew) {
        this.store = store;
        this.crew = crew;
    }

    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<MatchField> fields = store.schema().fields();
        for (int field = 0; field < fields.size(); field++) {
            FieldKind kind = fields.get(field).kind();
            if (kind == FieldKind.RESIDENT_ID || kind == FieldKind.CHINESE_NAME || kind == FieldKind.NAME) {
                check(field, kind, findings);
            }
        }
        return findings;
    }

    private void check(int field, FieldKind kind, List<Finding> findings) {
        int sources = store.sourceNames().size();
        int[] filled = new int[sources];
        int[] strange = new int[sources];
        BitSet strangeTexts = strangeTexts(field, kind);
        for (int record = 0; record < store.size(); record++) {
            int code = store.code(field, record);
            if (code != 0) {
                filled[store.source(record)]++;
                strange[store.source(record)] += strangeTexts.get(code) ? 1 : 0;
            }
        }
        for (int source = 0; source < sources; source++) {
            if (filled[source] > FEW && strange[source] * 2 > filled[source]) {
                findings.add(Finding.of(
                        "MA-003",
                        Severity.WARNING,
                        store.sourceNames().get(source),
                        store.schema().fields().get(field).name(),
                        new Bilingual(
                                filled[source] + " 个值中 " + strange[source] + " 个不像该字段的值, 列可能对调",
                                strange[source] + " of " + filled[source] + " values do not look like this field: are"
                                        + " columns swapped?"),
                        new Bilingual("请核对来源的列", "Check the columns of the source")));
            }
        }
    }

    private BitSet strangeTexts(int field, FieldKind kind) {
        int size = store.dictionary(field).size();
        BitSet strange = new BitSet(size);
        crew.inOrder(
                (size + TASK - 1) / TASK,
                TextBuffer::new,
                (text, task) -> {
                    BitSet found = new BitSet();
                    for (int code = Math.max(1, task * TASK); code < Math.min(size, (task + 1) * TASK); code++) {
                        found.set(code, isStrange(field, kind, code, text));
                    }
                    return found;
                },
                strange::or);
        return strange;
    }

    private boolean isStrange(int field, FieldKind kind, int code, TextBuffer text) {
        store.dictionary(field).read(code, text);
        if (kind == FieldKind.RESIDENT_ID) {
            return text.length() != 18
                    || IdentityNumber.problemOf(text.toString()).isPresent();
        }
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits * 2 > text.length();
    }
}
