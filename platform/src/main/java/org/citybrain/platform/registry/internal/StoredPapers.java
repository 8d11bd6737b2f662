package org.citybrain.platform.registry.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.CreditRecord;
import org.citybrain.platform.registry.Masking;
import org.citybrain.platform.registry.Paper;
import org.citybrain.platform.registry.PaperContent;
import org.citybrain.platform.registry.Papers;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.RegistryProblem;
import org.citybrain.platform.registry.When;
import org.citybrain.platform.registry.declared.Declaration;
import org.citybrain.platform.registry.publicity.CreditType;
import org.citybrain.platform.registry.publicity.StoredMarks;
import org.citybrain.platform.registry.resolve.Columns;
import org.citybrain.platform.registry.resolve.PaperRows;
import org.citybrain.platform.registry.resolve.RecordDeclaration;
import org.citybrain.platform.registry.resolve.SearchWay;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Papers over the registry's source records: the same versions, receipts, corrections and quality cards as persons have. */
@Transactional
class StoredPapers implements Papers {
    private static final int MOST_FOUND = 50;
    private static final int MOST_HELD = 500;

    private final Registries registries;
    private final Map<String, PaperTypes> types;
    private final PaperRows rows;
    private final StoredMarks marks;
    private final Admission admission;

    StoredPapers(
            Registries registries,
            Map<String, PaperTypes> types,
            PaperRows rows,
            StoredMarks marks,
            Admission admission) {
        this.registries = registries;
        this.types = Map.copyOf(types);
        this.rows = rows;
        this.marks = marks;
        this.admission = admission;
    }

    private PaperTypes of(String kind) {
        PaperTypes found = types.get(kind);
        if (found == null) {
            throw Refusal.notFound("registry of papers " + kind);
        }
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Type> types(String kind) {
        PaperTypes all = of(kind);
        return StreamSupport.stream(all.all().spliterator(), false)
                .map(type -> counted(kind, type, rows.counts(type.resource(), all.line(type))))
                .toList();
    }

    private static Type counted(String kind, Declaration.PaperOf type, PaperRows.Counts counts) {
        String source = "papers:" + kind + ":" + type.resource() + ":";
        Instant now = Clock.systemUTC().instant();
        return new Type(
                type.resource(),
                type.title(),
                new Figure(counts.all(), "records", source + "ALL", now),
                new Figure(counts.all() - counts.ended(), "records", source + "VALID", now),
                new Figure(counts.soon(), "records", source + "SOON", now),
                new Figure(counts.ended(), "records", source + "ENDED", now));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Paper> list(String kind, String resource, String state, int page) {
        PaperTypes all = of(kind);
        return rows.list(resource, all.line(all.of(resource)), state, page, StoredMarks.maySee()).stream()
                .map(all::paper)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Paper> search(String kind, String number, String holder) {
        if (number.isBlank() && holder.isBlank()) {
            throw Refusal.of(RegistryProblem.NOTHING_ASKED, "没有编号，也没有持有人 · no number and no holder");
        }
        return under(
                kind, number.isBlank() ? "title" : "paper", List.of(number.isBlank() ? holder : number), MOST_FOUND);
    }

    private List<Paper> under(String kind, String field, Iterable<String> values, int limit) {
        List<Long> keys = new ArrayList<>();
        for (String value : values) {
            registries
                    .of(kind)
                    .resolver()
                    .searchKeys(field, SearchWay.EXACT, value)
                    .forEach(keys::addAll);
        }
        return rows.under(kind, keys, limit, StoredMarks.maySee()).stream()
                .map(of(kind)::paper)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Paper> ofFirm(String kind, String firmRef) {
        SubjectRows.Found firm = admission.find(Registries.FIRM, firmRef, When.NOW);
        return under(kind, "unit", numbers(Registries.FIRM, firm), MOST_HELD);
    }

    @Override
    public List<Paper> ofPerson(String kind, String personRef, ReadReason reason) {
        SubjectRows.Found person = admission.read(Registries.PERSON, personRef, reason, kind);
        return under(kind, "holder", numbers(Registries.PERSON, person), MOST_HELD);
    }

    private Set<String> numbers(String holderKind, SubjectRows.Found holder) {
        return registries.of(holderKind).rows().numbers(holder.rows());
    }

    @Override
    @Transactional(readOnly = true)
    public Read read(String kind, String ref, When when) {
        Registries.Registry registry = registries.of(kind);
        SubjectRows.Found found = admission.find(kind, ref, when);
        Paper paper = of(kind).paper(row(found));
        return new Read(paper, registry.golden().of(found, false), found.records());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PaperContent> content(String kind, String ref) {
        Registries.Registry registry = registries.of(kind);
        return registry.rows().find(ref, When.NOW).map(found -> {
            PaperTypes all = of(kind);
            PaperRows.Row row = row(found);
            String person = number(registry, "holder", row);
            String unit = number(registry, "unit", row);
            return new PaperContent(
                    all.paper(row, true),
                    unit != null ? unit : person == null ? "" : Masking.IDENTITY_NUMBER.mask(person),
                    person == null || unit != null ? null : personRef(person),
                    all.of(row.resource()).issue());
        });
    }

    private static List<CreditRecord.Item> items(Declaration declaration, String resource) {
        return declaration.fields().stream()
                .flatMap(field -> field.origins().stream()
                        .filter(origin -> origin.resource().equals(resource))
                        .map(origin -> new CreditRecord.Item(origin.field(), field.title())))
                .toList();
    }

    private PaperRows.Row row(SubjectRows.Found found) {
        var first = found.rows().getFirst();
        return new PaperRows.Row(
                found.entity(),
                first.resource(),
                first.receipt(),
                first.fields(),
                List.copyOf(marks.of(found.entity())));
    }

    /** What a public credit record is and how its source holds it. */
    @Override
    @Transactional(readOnly = true)
    public Optional<CreditRecord> credit(String ref) {
        Registries.Registry registry = registries.of(Registries.CREDIT);
        return registry.rows().find(ref, When.NOW).flatMap(found -> {
            Paper paper = of(Registries.CREDIT).paper(row(found));
            Declaration.PaperOf type = of(Registries.CREDIT).of(paper.resource());
            String person = number(registry, "holder", row(found));
            String unit = number(registry, "unit", row(found));
            CreditType credit = type.credit();
            return credit == null || paper.standing() == null
                    ? Optional.empty()
                    : Optional.of(new CreditRecord(
                            paper,
                            paper.standing(),
                            found.rows().getFirst().key(),
                            PaperTypes.isOver(type, found.rows().getFirst().fields()),
                            new CreditRecord.Words(type.status(), credit.withdrawn(), credit.repaired()),
                            items(registry.declaration(), paper.resource()),
                            found.rows().getFirst().fields(),
                            person == null || unit != null ? null : personRef(person)));
        });
    }

    private static @Nullable String number(Registries.Registry registry, String field, PaperRows.Row row) {
        RecordDeclaration.Source source =
                registry.resolver().declared().sources().get(row.resource());
        String column = source == null ? null : source.columns().get(field);
        String number = column == null ? null : Columns.value(row.fields(), column);
        return number == null || number.isBlank() ? null : number;
    }

    private @Nullable String personRef(String number) {
        return registries.of(Registries.PERSON).resolver().numberRef(number).orElse(null);
    }
}
