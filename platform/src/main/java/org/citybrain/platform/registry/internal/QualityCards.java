package org.citybrain.platform.registry.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.DataField;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.citybrain.platform.registry.Stewardship;
import org.citybrain.platform.registry.resolve.Columns;
import org.citybrain.platform.registry.resolve.RecordDeclaration;
import org.citybrain.platform.registry.resolve.RecordFault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How good each source of a registry is. A figure's source opens to its question and some of the rows behind it. */
@Component
class QualityCards implements SourceProvider {
    private static final String FAULT = "fault-";
    private final JdbcClient db;
    private final Catalogue catalogue;
    private final Map<String, RecordDeclaration.Source> sources = new LinkedHashMap<>();

    QualityCards(JdbcClient db, Catalogue catalogue, Registries registries) {
        this.db = db;
        this.catalogue = catalogue;
        registries
                .resolvers()
                .forEach(resolver -> sources.putAll(resolver.declared().sources()));
    }

    /** What is counted among the living records of one source; {@code of} is true of those that count. */
    private record Count(String name, Bilingual label, Bilingual definition, String of) {}

    private static List<Count> ofEverySource() {
        List<Count> counts = new ArrayList<>();
        counts.add(new Count(
                "records",
                new Bilingual("记录数", "Records"),
                new Bilingual("该来源的有效记录", "Living records of the source"),
                "true"));
        counts.add(new Count(
                "valid-number",
                new Bilingual("号码有效", "Valid number"),
                new Bilingual("号码存在且校验码正确", "The number is there and its check digit is right"),
                "r.number_ref is not null"));
        counts.add(
                new Count(
                        "joined",
                        new Bilingual("与其他来源归一", "Joined with others"),
                        new Bilingual("至少与另一来源的一条记录归为同一主体", "Stands in one entity with a record of another source"),
                        "exists (select from registry.record o where o.entity = r.entity and o.resource <> r.resource and not o.deleted)"));
        counts.add(new Count(
                "doubtful",
                new Bilingual("有疑或冲突", "Doubtful"),
                new Bilingual("有待专员裁定的疑似对或冲突", "Stands in a pair that waits for a steward"),
                "exists (select from registry.doubt d where d.record_a = r.id or d.record_b = r.id)"));
        counts.add(new Count(
                "repeated",
                new Bilingual("同一主体多条", "Several of one entity"),
                new Bilingual("同一主体在该来源还有更早的记录", "An earlier record of the same entity stands in the same source"),
                "exists (select from registry.record o where o.entity = r.entity and o.resource = r.resource"
                        + " and o.id < r.id and not o.deleted)"));
        return counts;
    }

    private List<Count> counts(RecordDeclaration.Source source) {
        List<Count> counts = new ArrayList<>(ofEverySource());
        for (RecordFault fault : RecordFault.values()) {
            counts.add(new Count(
                    FAULT + fault.code(),
                    fault.message(),
                    fault.advice(),
                    "exists (select from registry.record_fault f where f.record = r.id and f.code = '" + fault.code()
                            + "')"));
        }
        source.columns().values().stream()
                .map(Columns::plain)
                .distinct()
                .sorted()
                .forEach(column -> counts.add(filled(source.resource(), column)));
        return counts;
    }

    private Count filled(String resource, String column) {
        Bilingual title = catalogue
                .find(resource)
                .flatMap(found -> found.fields().stream()
                        .filter(field -> field.name().equals(column))
                        .findFirst())
                .map(DataField::title)
                .orElse(new Bilingual(column, column));
        return new Count(
                "filled-" + column,
                new Bilingual(title.zh() + " 已填", title.en() + ": filled in"),
                new Bilingual("“" + column + "”列有值的记录", "Records with a value in column " + column),
                "coalesce(r.fields ->> '" + column + "', '') <> ''");
    }

    List<Stewardship.QualityCard> of(RecordDeclaration.Loaded declared) {
        return declared.sources().values().stream()
                .map(this::card)
                .filter(card -> !card.measures().isEmpty())
                .toList();
    }

    private Stewardship.QualityCard card(RecordDeclaration.Source source) {
        List<Count> counts = counts(source);
        StringBuilder sql = new StringBuilder("select ");
        for (int i = 0; i < counts.size(); i++) {
            sql.append(i > 0 ? ", " : "")
                    .append("count(*) filter (where ")
                    .append(counts.get(i).of)
                    .append(')');
        }
        sql.append(" from registry.record r where r.resource = ? and not r.deleted");
        Instant now = Clock.systemUTC().instant();
        List<Stewardship.Measure> measures = db.sql(sql.toString())
                .param(source.resource())
                .query((row, number) -> {
                    List<Stewardship.Measure> read = new ArrayList<>();
                    for (int i = 0; i < counts.size() && row.getLong(1) > 0; i++) {
                        Count count = counts.get(i);
                        if (row.getLong(i + 1) == 0 && count.name.startsWith(FAULT)) {
                            continue;
                        }
                        Figure figure = new Figure(
                                row.getLong(i + 1), "records", "quality:" + source.resource() + ":" + count.name, now);
                        read.add(new Stewardship.Measure(count.name, count.label, figure));
                    }
                    return read;
                })
                .single();
        Bilingual title = catalogue
                .find(source.resource())
                .map(resource -> resource.title())
                .orElse(new Bilingual(source.resource(), source.resource()));
        return new Stewardship.QualityCard(source.resource(), title, measures);
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        String[] parts = id.split(":", 3);
        RecordDeclaration.Source source = parts.length == 3 ? sources.get(parts[1]) : null;
        if (source == null || !parts[0].equals("quality") || !reader.may(Right.REGISTRY_QUALITY)) {
            return Optional.empty();
        }
        return counts(source).stream()
                .filter(count -> count.name.equals(parts[2]))
                .findFirst()
                .map(count -> view(id, source, count));
    }

    private SourceView view(String id, RecordDeclaration.Source source, Count count) {
        String where = " from registry.record r where r.resource = ? and not r.deleted and " + count.of;
        long rows = db.sql("select count(*)" + where)
                .param(source.resource())
                .query(Long.class)
                .single();
        List<Map<String, @Nullable Object>> some = db.sql(
                        "select r.entity, r.resource || '/' || r.lane || '/' || r.sequence || '/' || r.row_no as receipt,"
                                + " r.known_from" + where + " order by r.id desc limit 20")
                .param(source.resource())
                .query((row, number) -> {
                    Map<String, @Nullable Object> line = new LinkedHashMap<>();
                    line.put("entity", row.getString("entity"));
                    line.put("receipt", row.getString("receipt"));
                    line.put(
                            "knownFrom",
                            row.getTimestamp("known_from").toInstant().toString());
                    return line;
                })
                .list();
        List<SourceView.ReceiptLink> receipts = some.stream()
                .map(line -> SourceView.ReceiptLink.parse(String.valueOf(line.get("receipt"))))
                .toList();
        return new SourceView(
                id,
                count.definition,
                "select count(*)" + where.replace("?", "'" + source.resource() + "'"),
                Clock.systemUTC().instant(),
                some,
                rows,
                receipts,
                List.of(new SourceView.Link("resource", "/resources/" + source.resource())));
    }
}
