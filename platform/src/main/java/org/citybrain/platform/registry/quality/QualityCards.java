package org.citybrain.platform.registry.quality;

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
import org.citybrain.platform.registry.resolve.RowsListener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How good each source of a registry is. A figure's source opens to its question and some of the rows behind it. */
@Component
public class QualityCards implements SourceProvider {
    private static final long EVERY_MILLIS = 10_000;
    private static final long FIRST_MILLIS = 60_000;

    private final JdbcClient db;
    private final Catalogue catalogue;
    private final QualityCounts counts;
    private final Map<String, RecordDeclaration.Source> sources = new LinkedHashMap<>();

    QualityCards(JdbcClient db, Catalogue catalogue, QualityCounts counts, RowsListener rows) {
        this.db = db;
        this.catalogue = catalogue;
        this.counts = counts;
        rows.resolvers().forEach(resolver -> sources.putAll(resolver.declared().sources()));
    }

    private List<QualityMeasure> measures(RecordDeclaration.Source source) {
        List<QualityMeasure> measures = new ArrayList<>(QualityMeasure.ofEverySource());
        source.columns().values().stream()
                .map(Columns::plain)
                .distinct()
                .sorted()
                .forEach(column -> measures.add(QualityMeasure.filled(column, title(source.resource(), column))));
        return measures;
    }

    private Bilingual title(String resource, String column) {
        return catalogue
                .find(resource)
                .flatMap(found -> found.fields().stream()
                        .filter(field -> field.name().equals(column))
                        .findFirst())
                .map(DataField::title)
                .orElse(new Bilingual(column, column));
    }

    @Scheduled(initialDelay = FIRST_MILLIS, fixedDelay = EVERY_MILLIS)
    void renew() {
        sources.values().forEach(source -> counts.renew(source.resource(), measures(source)));
    }

    /** The cards of all sources of a kind that have records. */
    public List<Stewardship.QualityCard> of(RecordDeclaration.Loaded declared) {
        return declared.sources().values().stream()
                .map(this::card)
                .filter(card -> !card.measures().isEmpty())
                .toList();
    }

    private Stewardship.QualityCard card(RecordDeclaration.Source source) {
        List<QualityMeasure> measures = measures(source);
        QualityCounts.Counted counted = counts.current(source.resource(), measures);
        List<Stewardship.Measure> told = measures.stream()
                .filter(measure -> counted.of(measures.getFirst()) > 0)
                .filter(measure -> !measure.isFault() || counted.of(measure) > 0)
                .map(measure -> new Stewardship.Measure(
                        measure.name(),
                        measure.label(),
                        new Figure(
                                counted.of(measure),
                                "records",
                                "quality:" + source.resource() + ":" + measure.name(),
                                counted.at())))
                .toList();
        Bilingual title = catalogue
                .find(source.resource())
                .map(resource -> resource.title())
                .orElse(new Bilingual(source.resource(), source.resource()));
        return new Stewardship.QualityCard(source.resource(), title, told);
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        String[] parts = id.split(":", 3);
        RecordDeclaration.Source source = parts.length == 3 ? sources.get(parts[1]) : null;
        if (source == null || !parts[0].equals("quality") || !reader.may(Right.REGISTRY_QUALITY)) {
            return Optional.empty();
        }
        return measures(source).stream()
                .filter(measure -> measure.name().equals(parts[2]))
                .findFirst()
                .map(measure -> view(id, source, measure));
    }

    private SourceView view(String id, RecordDeclaration.Source source, QualityMeasure measure) {
        String where = " from registry.record r where r.resource = ? and not r.deleted and " + measure.of();
        QualityCounts.Counted counted = counts.current(source.resource(), measures(source));
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
                measure.definition(),
                "select count(*)" + where.replace("?", "'" + source.resource() + "'"),
                counted.at(),
                some,
                counted.of(measure),
                receipts,
                List.of(new SourceView.Link("resource", "/resources/" + source.resource())));
    }
}
