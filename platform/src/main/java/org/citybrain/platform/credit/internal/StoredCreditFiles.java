package org.citybrain.platform.credit.internal;

import java.util.List;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.credit.CreditFiles;
import org.citybrain.platform.credit.CreditProblem;
import org.citybrain.platform.credit.Objection;
import org.citybrain.platform.credit.Repair;
import org.citybrain.platform.problem.ProblemText;
import org.citybrain.platform.registry.CreditRecord;
import org.citybrain.platform.registry.ReadReason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of both procedures, as desks and departments see them. */
@Service
class StoredCreditFiles implements CreditFiles {
    private final CreditDesk desk;
    private final CreditReads reads;
    private final Objections objections;
    private final Repairs repairs;
    private final ObjectionTable objectionTable;
    private final RepairTable repairTable;

    StoredCreditFiles(
            CreditDesk desk,
            CreditReads reads,
            Objections objections,
            Repairs repairs,
            ObjectionTable objectionTable,
            RepairTable repairTable) {
        this.desk = desk;
        this.reads = reads;
        this.objections = objections;
        this.repairs = repairs;
        this.objectionTable = objectionTable;
        this.repairTable = repairTable;
    }

    @Override
    @Transactional
    public File file(String ref, ReadReason reason) {
        CreditRecord record = desk.record(ref);
        reads.note(record, reason);
        String id = record.paper().ref();
        List<Repair> asked = repairTable.of(id);
        boolean open = asked.stream().anyMatch(repair -> repair.closedAt() == null);
        Obstacle obstacle = open
                ? obstacle(CreditProblem.REPAIR_OPEN, record.paper().number())
                : RepairRules.obstacle(record, desk.today())
                        .map(found -> obstacle(found.problem(), found.detail()))
                        .orElse(null);
        return new File(
                id,
                record.standing(),
                record.items(),
                obstacle,
                CreditDesk.decides(Callers.get(), record),
                objectionTable.of(id).stream()
                        .map(one -> reason.unmask() ? one : reads.masked(one))
                        .toList(),
                asked);
    }

    private static Obstacle obstacle(CreditProblem problem, String detail) {
        ProblemText text = problem.text();
        return new Obstacle(
                text.slug(), text.title().zh(), text.title().en(), problem == CreditProblem.TOO_EARLY ? detail : "");
    }

    @Override
    @Transactional(readOnly = true)
    public Open open() {
        Caller caller = Callers.get();
        String department = caller.is(Role.DEPARTMENT_OFFICER) ? caller.department() : "";
        return new Open(
                objectionTable.open(department).stream().map(reads::masked).toList(), repairTable.open(department));
    }

    @Override
    public Objection object(String record, String column, String wanted, String reason) {
        return reads.masked(objections.raise(record, column, wanted, reason));
    }

    @Override
    public Objection uphold(String objection, String reason) {
        return reads.masked(objections.uphold(objection, reason));
    }

    @Override
    public Repair apply(String record, String commitment, List<String> proofs) {
        return repairs.apply(record, commitment, proofs);
    }

    @Override
    public Repair decide(String repair, boolean grant, String reason) {
        return repairs.decide(repair, grant, reason);
    }
}
