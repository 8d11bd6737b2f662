package org.citybrain.platform.credit.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.citybrain.platform.credit.CreditProblem;
import org.citybrain.platform.registry.CreditRecord;
import org.citybrain.platform.registry.CreditStanding;
import org.citybrain.platform.registry.Paper;
import org.jspecify.annotations.Nullable;

/** Whether a record can be repaired on a day; the periods themselves are declared with the registry. */
final class RepairRules {
    private RepairRules() {}

    /** Why not, and the value that explains it. */
    record Obstacle(CreditProblem problem, String detail) {}

    /** What stands against repair; empty when nothing does. */
    static Optional<Obstacle> obstacle(CreditRecord record, LocalDate today) {
        CreditStanding standing = record.standing();
        @Nullable String shortest = standing.shortest();
        if (standing.repair() == CreditStanding.Repair.NONE) {
            return found(CreditProblem.NOTHING_TO_REPAIR, record.paper().resource());
        }
        if (isOver(record)) {
            return found(CreditProblem.RECORD_OVER, record.paper().number());
        }
        if (standing.severity() == null || shortest == null) {
            return found(CreditProblem.CLASS_UNKNOWN, record.paper().number());
        }
        if (record.paper().marks().contains(Paper.Mark.DISPUTED)) {
            return found(CreditProblem.DISPUTED, record.paper().number());
        }
        if (today.toString().compareTo(shortest) < 0) {
            return found(CreditProblem.TOO_EARLY, shortest);
        }
        // where the source tells of no duties, the officer judges them by the proofs
        return standing.done() || standing.repair() == CreditStanding.Repair.BY_OFFICER
                ? Optional.empty()
                : found(CreditProblem.DUTIES_OPEN, record.paper().number());
    }

    /** Whether a record is no longer published: over by itself, by its department, or withheld. */
    static boolean isOver(CreditRecord record) {
        return record.paper().state().equals("ENDED") || record.paper().marks().contains(Paper.Mark.WITHHELD);
    }

    private static Optional<Obstacle> found(CreditProblem problem, String detail) {
        return Optional.of(new Obstacle(problem, detail));
    }
}
