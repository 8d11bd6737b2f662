package org.citybrain.platform.registry.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.registry.resolve.RecordFault;

/**
 * What is counted among the living records of one source.
 *
 * @param of true, in SQL, of a record {@code r} that counts
 * @param alone the record's own columns tell, so that all such measures are counted in one pass; others are asked each by itself,
 *     which lets the database join instead of looking each record up
 */
record QualityMeasure(String name, Bilingual label, Bilingual definition, String of, boolean alone) {
    private static final String FAULT = "fault-";

    /** Told only where there are some. */
    boolean isFault() {
        return name.startsWith(FAULT);
    }

    /** Measures that every source has. */
    static List<QualityMeasure> ofEverySource() {
        List<QualityMeasure> measures = new ArrayList<>();
        measures.add(new QualityMeasure(
                "records",
                new Bilingual("记录数", "Records"),
                new Bilingual("该来源的有效记录", "Living records of the source"),
                "true",
                true));
        measures.add(new QualityMeasure(
                "valid-number",
                new Bilingual("号码有效", "Valid number"),
                new Bilingual("号码存在且校验码正确", "The number is there and its check digit is right"),
                "r.number_ref is not null",
                true));
        measures.add(new QualityMeasure(
                "joined",
                new Bilingual("与其他来源归一", "Joined with others"),
                new Bilingual("至少与另一来源的一条记录归为同一主体", "Stands in one entity with a record of another source"),
                "exists (select from registry.record o where o.entity = r.entity and o.resource <> r.resource and not o.deleted)",
                false));
        measures.add(new QualityMeasure(
                "doubtful",
                new Bilingual("有疑或冲突", "Doubtful"),
                new Bilingual("有待专员裁定的疑似对或冲突", "Stands in a pair that waits for a steward"),
                "r.id in (select record_a from registry.doubt union select record_b from registry.doubt)",
                false));
        measures.add(new QualityMeasure(
                "repeated",
                new Bilingual("同一主体多条", "Several of one entity"),
                new Bilingual("同一主体在该来源还有更早的记录", "An earlier record of the same entity stands in the same source"),
                "exists (select from registry.record o where o.entity = r.entity and o.resource = r.resource"
                        + " and o.id < r.id and not o.deleted)",
                false));
        measures.addAll(ofFaults());
        return measures;
    }

    private static List<QualityMeasure> ofFaults() {
        return Arrays.stream(RecordFault.values())
                .map(fault -> new QualityMeasure(
                        FAULT + fault.code(),
                        fault.message(),
                        fault.advice(),
                        "exists (select from registry.record_fault f where f.record = r.id and f.code = '"
                                + fault.code() + "')",
                        false))
                .toList();
    }

    /** Records with a value in a column. */
    static QualityMeasure filled(String column, Bilingual title) {
        return new QualityMeasure(
                "filled-" + column,
                new Bilingual(title.zh() + " 已填", title.en() + ": filled in"),
                new Bilingual("“" + column + "”列有值的记录", "Records with a value in column " + column),
                "coalesce(r.fields ->> '" + column + "', '') <> ''",
                true);
    }
}
