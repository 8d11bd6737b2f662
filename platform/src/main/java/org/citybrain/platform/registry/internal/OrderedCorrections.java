package org.citybrain.platform.registry.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.exchange.Deliveries;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.Correction;
import org.citybrain.platform.registry.Corrections;
import org.citybrain.platform.registry.Masking;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.RegistryProblem;
import org.citybrain.platform.registry.When;
import org.citybrain.platform.registry.declared.CorrectedValue;
import org.citybrain.platform.registry.declared.Declaration;
import org.citybrain.platform.registry.declared.Survivorship;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Corrections travel by the same road as every delivery: signed, written once, answered with a receipt. */
@Transactional
class OrderedCorrections implements Corrections {
    /** The gateway makes this table in the department's database when the first correction comes. */
    static final String TABLE = "citybrain_correction";

    private final Registries registries;
    private final StoredCorrections stored;
    private final Deliveries deliveries;
    private final Admission admission;
    private final ReadLedger ledger;
    private final Audit audit;
    private final CityTime time;

    OrderedCorrections(
            Registries registries,
            StoredCorrections stored,
            Deliveries deliveries,
            Admission admission,
            ReadLedger ledger,
            Audit audit,
            CityTime time) {
        this.registries = registries;
        this.stored = stored;
        this.deliveries = deliveries;
        this.admission = admission;
        this.ledger = ledger;
        this.audit = audit;
        this.time = time;
    }

    @Override
    public Correction ask(String kind, String ref, String field, String value, String reason) {
        Reasons.require(reason);
        Registries.Registry registry = registries.of(kind);
        SubjectRows.Found found = admission.find(kind, ref, When.NOW);
        StoredCorrections.Target target = target(registry.declaration(), found, field);
        String wanted = wanted(registry.declaration(), target, value);
        String id = UUID.randomUUID().toString();
        String delivery = order(id, target, wanted, reason);
        if (!stored.add(id, target, wanted, reason, Callers.get().login(), delivery)) {
            // takes the order back with it: both stand in this transaction
            throw Refusal.of(RegistryProblem.CORRECTION_OPEN, titleOf(registry.declaration(), field));
        }
        ledger.record(
                found.entity(),
                new ReadReason(reason, registry.declaration().legalBasis().zh(), true),
                true,
                Set.of(field));
        audit.record(
                AuditEvent.CORRECTION_ASKED,
                kind + ":" + found.entity(),
                Map.of("correction", id, "field", field, "resource", target.resource()));
        return masked(registry.declaration(), stored.list(found.entity()).getFirst());
    }

    private String wanted(Declaration declaration, StoredCorrections.Target target, String value) {
        if (value.isBlank()) {
            throw Refusal.of(RegistryProblem.VALUE_MISSING, "字段 " + target.field() + " · field " + target.field());
        }
        Declaration.Field field = declaration.field(target.field()).orElseThrow();
        return CorrectedValue.standard(field, value, LocalDate.now(time.clock()));
    }

    private static String titleOf(Declaration declaration, String field) {
        Bilingual title = declaration.field(field).orElseThrow().title();
        return title.zh() + " · " + title.en();
    }

    private String order(String id, StoredCorrections.Target target, String wanted, String reason) {
        int dot = target.resource().indexOf('.');
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        columns.put("id", id);
        columns.put("table_name", target.resource().substring(dot + 1));
        columns.put("row_key", target.key());
        columns.put("column_name", target.column());
        columns.put("seen", target.seen());
        columns.put("wanted", wanted);
        columns.put("reason", reason);
        return deliveries.order(target.resource().substring(0, dot), TABLE, "id", columns, "correction-" + id);
    }

    private static StoredCorrections.Target target(Declaration declaration, SubjectRows.Found found, String name) {
        return declaration
                .field(name)
                .map(field -> Survivorship.of(field, found.rows()))
                .map(winner -> new StoredCorrections.Target(
                        found.entity(),
                        name,
                        winner.told().row().resource(),
                        winner.told().row().key(),
                        winner.told().origin().field(),
                        winner.told().value()))
                .orElseThrow(() -> Refusal.notFound("field " + name + " of " + found.entity()));
    }

    @Override
    public List<Correction> list(String kind, String ref, ReadReason reason) {
        Declaration declaration = registries.of(kind).declaration();
        String entity = admission.read(kind, ref, reason, "corrections").entity();
        return stored.list(entity).stream()
                .map(correction -> masked(declaration, correction))
                .toList();
    }

    /** A field that its kind does not declare is told to nobody. */
    private static Correction masked(Declaration declaration, Correction correction) {
        Masking masking =
                declaration.field(correction.field()).map(GoldenFields::masking).orElse(Masking.WHOLE);
        String seen = correction.seen();
        return new Correction(
                correction.id(),
                correction.entity(),
                correction.field(),
                correction.resource(),
                seen == null ? null : masking.mask(seen),
                masking.mask(correction.wanted()),
                correction.reason(),
                correction.askedBy(),
                correction.askedAt(),
                correction.delivery(),
                correction.state(),
                correction.answer(),
                correction.closedAt(),
                correction.receipt());
    }
}
