package org.citybrain.platform.registry.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.CreditStanding;
import org.citybrain.platform.registry.Masking;
import org.citybrain.platform.registry.Paper;
import org.citybrain.platform.registry.declared.Declaration;
import org.citybrain.platform.registry.publicity.CreditType;
import org.citybrain.platform.registry.publicity.Publicity;
import org.citybrain.platform.registry.resolve.PaperRows;
import org.jspecify.annotations.Nullable;

/** The declared types of one kind of paper, and how a record of one is read on the city's day. */
final class PaperTypes {
    private static final int SOON_DAYS = 30;

    private final Map<String, Declaration.PaperOf> types = new LinkedHashMap<>();
    private final Publicity publicity;
    private final CityTime time;

    PaperTypes(Declaration declaration, CityTime time) {
        declaration.papers().forEach(type -> types.put(type.resource(), type));
        this.publicity = new Publicity(declaration.publicity());
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
        CreditType credit = type.credit();
        Map<String, PaperRows.Days> days = new LinkedHashMap<>();
        if (credit == null || !credit.isFault()) {
            days.put("", days(today, type.months()));
        } else {
            publicity.longest(credit, today).forEach((word, months) -> days.put(word, days(today, months)));
        }
        boolean counted = type.months() > 0 || credit != null && credit.isFault();
        return new PaperRows.Line(
                counted ? type.from() : type.to(),
                credit == null ? null : credit.by(),
                days,
                type.status(),
                type.endedWords());
    }

    private static PaperRows.Days days(LocalDate today, int months) {
        LocalDate before = today.minusMonths(months);
        return new PaperRows.Days(before.toString(), before.plusDays(SOON_DAYS).toString());
    }

    Paper paper(PaperRows.Row row) {
        return paper(row, false);
    }

    /** {@code whole}: a person's name as well. */
    Paper paper(PaperRows.Row row, boolean whole) {
        Declaration.PaperOf type = of(row.resource());
        String name = GoldenFields.text(row.fields().get(type.holder()));
        CreditStanding standing = standing(type, row);
        String until = until(type, row, standing);
        return new Paper(
                row.entity(),
                type.title(),
                row.resource(),
                GoldenFields.text(row.fields().get(type.number())),
                !whole && type.person() && value(row, type.unit()) == null ? Masking.NAME.mask(name) : name,
                value(row, type.detail()),
                value(row, type.from()),
                until,
                state(type, row, until),
                row.receipt(),
                standing,
                row.marks());
    }

    private @Nullable CreditStanding standing(Declaration.PaperOf type, PaperRows.Row row) {
        CreditType credit = type.credit();
        return credit == null
                ? null
                : publicity.standing(credit, row.fields(), value(row, type.from()), LocalDate.now(time.clock()));
    }

    private static @Nullable String value(PaperRows.Row row, @Nullable String column) {
        return column == null ? null : row.fields().get(column);
    }

    private static @Nullable String until(
            Declaration.PaperOf type, PaperRows.Row row, @Nullable CreditStanding standing) {
        if (standing != null && standing.longest() != null) {
            return standing.longest();
        }
        LocalDate from = Publicity.day(value(row, type.from()));
        return type.months() == 0 || from == null
                ? value(row, type.to())
                : from.plusMonths(type.months()).toString();
    }

    /** Whether the department itself says that a record is over. */
    static boolean isOver(Declaration.PaperOf type, Map<String, @Nullable String> fields) {
        String column = type.status();
        String status = column == null ? null : fields.get(column);
        return status != null && type.endedWords().contains(status);
    }

    private String state(Declaration.PaperOf type, PaperRows.Row row, @Nullable String until) {
        LocalDate today = LocalDate.now(time.clock());
        if (isOver(type, row.fields()) || until != null && until.compareTo(today.toString()) < 0) {
            return "ENDED";
        }
        String soon = today.plusDays(SOON_DAYS).toString();
        return until != null && until.compareTo(soon) < 0 ? "SOON" : "VALID";
    }
}
