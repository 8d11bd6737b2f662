package org.citybrain.platform.credit.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.credit.CreditProblem;
import org.citybrain.platform.credit.Repair;
import org.citybrain.platform.exchange.DeliveryReceived;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.problem.ShortText;
import org.citybrain.platform.registry.CreditChanged;
import org.citybrain.platform.registry.CreditRecord;
import org.citybrain.platform.registry.CreditStanding;
import org.citybrain.platform.registry.Marks;
import org.citybrain.platform.registry.Paper;
import org.citybrain.platform.registry.Papers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Repairs: asked with commitment and proofs, decided by the department that found the fault, ended by its own row. */
@Service
@Transactional
class Repairs {
    private static final int MOST_PROOFS = 20;

    private final CreditDesk desk;
    private final Papers papers;
    private final RepairTable table;
    private final SourceOrders orders;
    private final Marks marks;
    private final Audit audit;
    private final Clock clock = Clock.systemUTC();

    Repairs(CreditDesk desk, Papers papers, RepairTable table, SourceOrders orders, Marks marks, Audit audit) {
        this.desk = desk;
        this.papers = papers;
        this.table = table;
        this.orders = orders;
        this.marks = marks;
        this.audit = audit;
    }

    Repair apply(String ref, String commitment, List<String> proofs) {
        List<String> named = proofs.stream()
                .map(String::strip)
                .filter(proof -> !proof.isEmpty())
                .toList();
        requireShort(commitment, named);
        CreditRecord record = desk.locked(ref);
        requireRepairable(record);
        if (table.of(record.paper().ref()).stream().anyMatch(repair -> repair.closedAt() == null)) {
            throw Refusal.of(CreditProblem.REPAIR_OPEN, record.paper().number());
        }
        if (commitment.isBlank() || named.isEmpty()) {
            throw Refusal.of(CreditProblem.COMMITMENT_MISSING, record.paper().number());
        }
        Repair repair = new Repair(
                UUID.randomUUID().toString(),
                record.paper().ref(),
                record.paper().resource(),
                Objects.requireNonNull(record.standing().severity()).name(),
                record.standing().rule(),
                Objects.requireNonNull(record.standing().shortest()),
                commitment.strip(),
                named,
                Callers.get().login(),
                clock.instant(),
                Repair.State.APPLIED,
                null,
                null,
                "",
                "",
                null,
                null);
        table.add(repair, record.key(), desk.today());
        audit.record(
                AuditEvent.CREDIT_REPAIR_ASKED,
                "credit:" + repair.record(),
                Map.of("repair", repair.id(), "resource", repair.resource(), "rule", repair.rule()));
        return repair;
    }

    private static void requireShort(String commitment, List<String> proofs) {
        ShortText.require("信用承诺", "the commitment", commitment);
        proofs.forEach(proof -> ShortText.require("证明材料", "a proof", proof));
        if (proofs.size() > MOST_PROOFS) {
            throw Refusal.badRequest(
                    "证明材料最多 " + MOST_PROOFS + " 份 · at most " + MOST_PROOFS + " proofs, not " + proofs.size());
        }
    }

    private void requireRepairable(CreditRecord record) {
        RepairRules.obstacle(record, desk.today()).ifPresent(obstacle -> {
            throw Refusal.of(obstacle.problem(), obstacle.detail());
        });
    }

    Repair decide(String id, boolean grant, String reason) {
        Repair repair = get(id);
        CreditRecord record = desk.locked(repair.record());
        CreditDesk.requireDepartment(record);
        if (get(id).state() != Repair.State.APPLIED) {
            throw Refusal.of(CreditProblem.CLOSED, id);
        }
        String words = CreditDesk.words(reason);
        String delivery = grant ? grant(repair, record, words) : null;
        Repair.State state = grant ? Repair.State.GRANTED : Repair.State.REFUSED;
        table.decided(id, state, Callers.get().login(), clock.instant(), words, delivery);
        audit.record(
                AuditEvent.CREDIT_REPAIR_DECIDED,
                "credit:" + repair.record(),
                Map.of("repair", id, "state", state.name()));
        if (grant && isByOfficer(record)) {
            end(repair, Repair.State.DONE, null);
        }
        return get(id);
    }

    private static boolean isByOfficer(CreditRecord record) {
        return record.standing().repair() == CreditStanding.Repair.BY_OFFICER;
    }

    /** The order to the source; null where it keeps no state that could be asked for. */
    private @Nullable String grant(Repair repair, CreditRecord record, String words) {
        requireRepairable(record);
        // a list's entry stands until the department itself removes it
        if (record.standing().repair() != CreditStanding.Repair.BY_REMOVAL) {
            marks.set(repair.record(), Paper.Mark.WITHHELD, "repair:" + repair.id());
        }
        if (isByOfficer(record)) {
            return null;
        }
        return orders.send(
                "repair",
                repair.id(),
                record,
                Objects.requireNonNull(record.words().status()),
                Objects.requireNonNull(record.words().repaired()),
                words);
    }

    private Repair get(String id) {
        return table.find(id).orElseThrow(() -> Refusal.notFound("repair " + id));
    }

    void answered(DeliveryReceived answer) {
        table.answered(answer.id(), answer.written(), answer.reason());
    }

    boolean any() {
        return table.any();
    }

    /** The source's own row ends what is open about it, and restores what it puts in force again. */
    void changed(CreditChanged.Row row) {
        List<Repair> repairs = table.at(row.resource(), row.key());
        if (repairs.isEmpty()) {
            return;
        }
        Repair last = repairs.getFirst();
        Optional<CreditRecord> record = papers.credit(last.record());
        boolean over = row.deleted() || record.map(CreditRecord::over).orElse(true);
        if (!over && record.filter(Repairs::isByOfficer).isPresent()) {
            return;
        }
        if (over && last.closedAt() == null) {
            marks.set(last.record(), Paper.Mark.WITHHELD, "repair:" + last.id());
            end(last, Repair.State.DONE, row.receipt());
        } else if (!over && last.state() == Repair.State.DONE) {
            marks.clear(last.record(), Paper.Mark.WITHHELD);
            end(last, Repair.State.RESTORED, row.receipt());
        }
    }

    private void end(Repair repair, Repair.State state, @Nullable String receipt) {
        table.end(repair.id(), state, clock.instant(), receipt);
        audit.record(
                AuditEvent.CREDIT_REPAIR_ENDED,
                "credit:" + repair.record(),
                Map.of("repair", repair.id(), "state", state.name(), "receipt", receipt == null ? "" : receipt));
    }
}
