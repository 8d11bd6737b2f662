package org.citybrain.platform.registry.publicity;

import java.util.Map;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.registry.CreditStanding;
import org.jspecify.annotations.Nullable;

/**
 * What a type of paper is as a public credit record.
 *
 * @param severity the same for all records of the type; null when a column tells it
 * @param by column that tells the severity, with the words {@code severities}
 * @param done column of the day on which all duties were done
 * @param withdrawn what the status column says when a record was wrong
 * @param repaired what the status column says when a record is repaired; null when nothing is to be repaired
 * @param removal whether only the department's own removal repairs it
 * @param officer whether the source keeps no state of repair, so that the decision of the department's officer ends it
 * @param law what allows the department to keep such records
 */
public record CreditType(
        CreditStanding.Kind kind,
        CreditStanding.@Nullable Severity severity,
        @Nullable String by,
        @Nullable Map<String, CreditStanding.Severity> severities,
        @Nullable String done,
        @Nullable String withdrawn,
        @Nullable String repaired,
        boolean removal,
        boolean officer,
        @Nullable Bilingual law) {
    public CreditType {
        severities = severities == null ? Map.of() : Map.copyOf(severities);
        if (kind == CreditStanding.Kind.BLACK_LIST && law == null) {
            throw new ConfigException(
                    "A list of the untrustworthy needs the law that allows it: say `law` in its paper. "
                            + "严重失信主体名单必须写明法律依据（law）。");
        }
    }

    /** How such a record is repaired. */
    public CreditStanding.Repair repair() {
        if (repaired == null) {
            return officer ? CreditStanding.Repair.BY_OFFICER : CreditStanding.Repair.NONE;
        }
        return removal ? CreditStanding.Repair.BY_REMOVAL : CreditStanding.Repair.BY_DECISION;
    }

    /** How grave a record is; null when its word is not known. */
    public CreditStanding.@Nullable Severity severityOf(Map<String, @Nullable String> fields) {
        String word = by == null ? null : fields.get(by);
        return by == null ? severity : word == null ? null : words().get(word);
    }

    /** Whether records of the type are faults, which are published for a time. */
    public boolean isFault() {
        return severity != null || by != null;
    }

    private Map<String, CreditStanding.Severity> words() {
        return severities == null ? Map.of() : severities;
    }
}
