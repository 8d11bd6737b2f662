package org.citybrain.platform.credit.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.credit.CreditProblem;
import org.citybrain.platform.credit.Objection;
import org.citybrain.platform.exchange.DeliveryReceived;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.CreditChanged;
import org.citybrain.platform.registry.CreditFields;
import org.citybrain.platform.registry.CreditRecord;
import org.citybrain.platform.registry.Marks;
import org.citybrain.platform.registry.Paper;
import org.citybrain.platform.registry.ReadReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Objections: raised at a desk, flagged while open, ended by the source's change or by the department's word. */
@Service
@Transactional
class Objections {
    /** What a department whose table keeps no state is asked for when the record as a whole is wrong. */
    private static final String WITHDRAW = "撤销";

    private final CreditDesk desk;
    private final CreditFields fields;
    private final CreditReads reads;
    private final ObjectionTable table;
    private final SourceOrders orders;
    private final Marks marks;
    private final Audit audit;
    private final Clock clock = Clock.systemUTC();

    Objections(
            CreditDesk desk,
            CreditFields fields,
            CreditReads reads,
            ObjectionTable table,
            SourceOrders orders,
            Marks marks,
            Audit audit) {
        this.desk = desk;
        this.fields = fields;
        this.reads = reads;
        this.table = table;
        this.orders = orders;
        this.marks = marks;
        this.audit = audit;
    }

    Objection raise(String ref, String column, String wanted, String reason) {
        String words = CreditDesk.words(reason);
        CreditRecord record = desk.locked(ref);
        if (RepairRules.isOver(record)) {
            throw Refusal.of(CreditProblem.RECORD_OVER, record.paper().number());
        }
        String of = columnOf(record, column);
        String right = rightOf(record, column, of, wanted.strip());
        reads.note(record, new ReadReason(words, "", false));
        if (record.paper().marks().contains(Paper.Mark.DISPUTED)) {
            throw Refusal.of(CreditProblem.OBJECTION_OPEN, record.paper().number());
        }
        Objection objection = new Objection(
                UUID.randomUUID().toString(),
                record.paper().ref(),
                record.paper().resource(),
                of,
                record.fields().get(of),
                right,
                words,
                Callers.get().login(),
                clock.instant(),
                Objection.State.SENT,
                "",
                null,
                null);
        table.add(objection, record.key(), orders.send("objection", objection.id(), record, of, right, words));
        marks.set(objection.record(), Paper.Mark.DISPUTED, "objection:" + objection.id());
        audit.record(
                AuditEvent.CREDIT_OBJECTED,
                "credit:" + objection.record(),
                Map.of("objection", objection.id(), "column", of, "resource", objection.resource()));
        return objection;
    }

    /** The column that should change; empty for the whole of a record whose source keeps no state. */
    private static String columnOf(CreditRecord record, String column) {
        String status = record.words().status();
        if (column.isBlank()) {
            return status == null ? "" : status;
        }
        if (record.items().stream().noneMatch(item -> item.column().equals(column))) {
            throw Refusal.of(
                    CreditProblem.COLUMN_UNKNOWN,
                    record.items().stream().map(CreditRecord.Item::column).collect(Collectors.joining("、", "可选：", ""))
                            + " · one of these");
        }
        return column;
    }

    private String rightOf(CreditRecord record, String column, String of, String wanted) {
        if (of.isEmpty()) {
            return WITHDRAW;
        }
        @Nullable String withdrawn = column.isBlank() ? record.words().withdrawn() : null;
        if (withdrawn == null && wanted.isEmpty()) {
            throw Refusal.of(CreditProblem.WANTED_MISSING, of);
        }
        String right =
                withdrawn != null ? withdrawn : fields.standard(record.paper().resource(), of, wanted);
        if (right.equals(record.fields().get(of))) {
            throw Refusal.of(CreditProblem.WANTED_MISSING, of);
        }
        return right;
    }

    Objection uphold(String id, String reason) {
        String words = CreditDesk.words(reason);
        Objection objection = get(id);
        CreditDesk.requireDepartment(desk.locked(objection.record()));
        if (get(id).closedAt() != null) {
            throw Refusal.of(CreditProblem.CLOSED, id);
        }
        end(objection, Objection.State.UPHELD, words, null);
        return get(id);
    }

    private Objection get(String id) {
        return table.find(id).orElseThrow(() -> Refusal.notFound("objection " + id));
    }

    private void end(Objection objection, Objection.State state, String answer, @Nullable String receipt) {
        Instant at = clock.instant();
        table.close(objection.id(), state, answer, Callers.get().login(), at, receipt);
        marks.clear(objection.record(), Paper.Mark.DISPUTED);
        audit.record(
                AuditEvent.CREDIT_OBJECTION_ENDED,
                "credit:" + objection.record(),
                Map.of("objection", objection.id(), "state", state.name()));
    }

    /** The department's signed answer: the objection stands in its own table, or was not taken. */
    void answered(DeliveryReceived answer) {
        table.answered(
                answer.id(),
                answer.written() ? Objection.State.RECEIVED : Objection.State.UNDELIVERED,
                answer.reason());
    }

    boolean anyOpen() {
        return table.anyOpen();
    }

    /** The source's own row changed: an objection to what changed ends, whatever the source says now. */
    void changed(CreditChanged.Row row) {
        for (Objection objection : table.openAt(row.resource(), row.key())) {
            String now = row.fields().get(objection.column());
            boolean accepted = row.deleted() || objection.wanted().equals(now);
            if (accepted || !Objects.equals(now, objection.seen())) {
                end(
                        objection,
                        accepted ? Objection.State.ACCEPTED : Objection.State.ANSWERED,
                        objection.answer(),
                        row.receipt());
            }
        }
    }
}
