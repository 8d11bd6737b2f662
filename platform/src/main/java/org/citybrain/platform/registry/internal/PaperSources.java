package org.citybrain.platform.registry.internal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.citybrain.platform.problem.FilterValue;
import org.citybrain.platform.registry.Paper;
import org.citybrain.platform.registry.declared.Declaration;
import org.citybrain.platform.registry.resolve.PaperRows;
import org.jspecify.annotations.Nullable;

/** Opens {@code papers:<kind>:<resource>:<state>}: what is counted, the question, and some of the papers. */
class PaperSources implements SourceProvider {
    private static final int PARTS = 4;
    private static final int SHOWN = 20;
    private static final List<String> STATES = List.of("ALL", "VALID", "SOON", "ENDED");

    private final Map<String, PaperTypes> types;
    private final PaperRows rows;

    PaperSources(Map<String, PaperTypes> types, PaperRows rows) {
        this.types = Map.copyOf(types);
        this.rows = rows;
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        String[] parts = id.split(":", PARTS);
        PaperTypes kind = parts.length == PARTS && parts[0].equals("papers") ? types.get(parts[1]) : null;
        if (kind == null || parts[PARTS - 1].isBlank() || !reader.may(Right.REGISTRY_READ)) {
            return Optional.empty();
        }
        FilterValue.require("state", parts[PARTS - 1], STATES);
        Declaration.PaperOf type = kind.of(parts[2]);
        PaperRows.Line line = kind.line(type);
        PaperRows.Counts counts = rows.counts(type.resource(), line);
        List<Paper> some = rows.list(type.resource(), line, parts[3], 0, reader.may(Right.REGISTRY_WITHHELD)).stream()
                .limit(SHOWN)
                .map(kind::paper)
                .toList();
        long many = switch (parts[3]) {
            case "ENDED" -> counts.ended();
            case "SOON" -> counts.soon();
            case "VALID" -> counts.all() - counts.ended();
            default -> counts.all();
        };
        return Optional.of(new SourceView(
                id,
                new Bilingual(
                        "来源部门现存的“" + type.title().zh() + "”记录，按有效期止或公示期满与城市当日比较",
                        "Records of “" + type.title().en()
                                + "” that the department holds, by their last day against the city's day"),
                PaperRows.question(type.resource(), line, parts[3]),
                Clock.systemUTC().instant(),
                some.stream().map(PaperSources::line).toList(),
                many,
                some.stream()
                        .map(paper -> SourceView.ReceiptLink.parse(paper.receipt()))
                        .toList(),
                List.of(new SourceView.Link("resource", "/resources/" + type.resource()))));
    }

    private static Map<String, @Nullable Object> line(Paper paper) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("number", paper.number());
        line.put("holder", paper.holder());
        line.put("from", paper.from());
        line.put("to", paper.to());
        line.put("state", paper.state());
        line.put("receipt", paper.receipt());
        return line;
    }
}
