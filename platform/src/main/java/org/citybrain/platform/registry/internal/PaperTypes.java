package org.citybrain.platform.registry.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.Masking;
import org.citybrain.platform.registry.Paper;
import org.citybrain.platform.registry.resolve.PaperRows;
import org.jspecify.annotations.Nullable;

/** The declared types of one kind of paper, and how a record of one is read on the city's day. */
final class PaperTypes {
    private static final int SOON_DAYS = 30;

    private final Map<String, Declaration.PaperOf> types = new LinkedHashMap<>();
    private final CityTime time;

    PaperTypes(Declaration declaration, CityTime time) {
        declaration.papers().forEach(type -> types.put(type.resource(), type));
        this.time = time;
    }

    Iterable<Declaration.PaperOf> all() {
        return types.values();
    }

    Declaration.PaperOf of(String resource) {
        Declaration.PaperOf type = types.get(resource);
        if (type == null) {
            throw Refusal.notFound("type of paper " + resource);
        }
        return type;
    }

    /** When papers of a type are over, today. */
    PaperRows.Line line(Declaration.PaperOf type) {
        LocalDate today = LocalDate.now(time.clock());
        String column = type.months() > 0 ? type.from() : type.to();
        LocalDate before = today.minusMonths(type.months());
        return new PaperRows.Line(
                column, before.toString(), before.plusDays(SOON_DAYS).toString(), type.status(), type.endedWords());
    }

    Paper paper(PaperRows.Row row) {
        return paper(row, false);
    }

    /** {@code whole}: a person's name as well. */
    Paper paper(PaperRows.Row row, boolean whole) {
        Declaration.PaperOf type = of(row.resource());
        String name = GoldenFields.text(row.fields().get(type.holder()));
        return new Paper(
                row.entity(),
                type.title(),
                row.resource(),
                GoldenFields.text(row.fields().get(type.number())),
                !whole && type.person() && value(row, type.unit()) == null ? Masking.NAME.mask(name) : name,
                value(row, type.detail()),
                value(row, type.from()),
                until(type, row),
                state(type, row),
                row.receipt());
    }

    private static @Nullable String value(PaperRows.Row row, @Nullable String column) {
        return column == null ? null : row.fields().get(column);
    }

    private static @Nullable String until(Declaration.PaperOf type, PaperRows.Row row) {
        String from = value(row, type.from());
        if (type.months() == 0 || from == null || !from.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return value(row, type.to());
        }
        return LocalDate.parse(from.substring(0, 10)).plusMonths(type.months()).toString();
    }

    private String state(Declaration.PaperOf type, PaperRows.Row row) {
        String status = value(row, type.status());
        String until = until(type, row);
        String today = LocalDate.now(time.clock()).toString();
        if (status != null && type.endedWords().contains(status) || until != null && until.compareTo(today) < 0) {
            return "ENDED";
        }
        String soon = LocalDate.now(time.clock()).plusDays(SOON_DAYS).toString();
        return until != null && until.compareTo(soon) < 0 ? "SOON" : "VALID";
    }
}
