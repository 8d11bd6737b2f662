package org.citybrain.platform.registry;

import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What a public credit record says of its subject, by the rules in force on the city's day.
 *
 * @param severity null for records that are no fault, and where the source's word for it is not known
 * @param shortest first day on which it may be repaired; null without a severity or a day
 * @param longest last day of its publicity; null likewise
 * @param done whether the source says that all duties are done
 * @param rule version of the rules the days follow; empty when they follow none
 * @param law what allows the department to keep such records
 */
public record CreditStanding(
        Kind kind,
        @Nullable Severity severity,
        @Nullable String shortest,
        @Nullable String longest,
        boolean done,
        Repair repair,
        String rule,
        @Nullable Bilingual law) {

    /** What kind of record it is. */
    public enum Kind {
        /** 行政处罚. */
        PENALTY,
        /** 监督检查. */
        INSPECTION,
        /** 守信激励名单. */
        RED_LIST,
        /** 严重失信主体名单. */
        BLACK_LIST
    }

    /** 失信程度. */
    public enum Severity {
        /** 轻微: not published unless the department finds it needed. */
        MINOR,
        /** 一般. */
        GENERAL,
        /** 严重. */
        SERIOUS
    }

    /** How it is repaired. */
    public enum Repair {
        /** There is nothing to repair. */
        NONE,
        /** The department decides on the application; the record is withheld at once. */
        BY_DECISION,
        /** The department itself takes the subject off its list. */
        BY_REMOVAL,
        /** Its source keeps no state and no duties: the decision of the department's officer, who checks the proofs, is the repair. */
        BY_OFFICER
    }
}
