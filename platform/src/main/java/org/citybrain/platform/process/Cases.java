package org.citybrain.platform.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The door to the cases: reading only; cases move by tasks, clocks, receipts and decisions. */
public interface Cases {
    Optional<CaseRecord> find(String id);

    /** Newest first, at most {@code limit}; stage and state narrow when given. */
    List<CaseRecord> list(@Nullable String stage, @Nullable String state, String region, int limit);

    /** Number of cases by stage, open ones under their stage, ended ones under their state. */
    Map<String, Long> countByStage(String region);

    /** Every stage a case can be in: those of the scenes in force, and those in which cases of earlier versions are. */
    SortedSet<String> stageIds();

    List<TimelineEntry> timeline(String caseId);

    List<Stage> stages(CaseRecord record);

    /** The answers given so far in this case: task kind to field to value. */
    Map<String, Map<String, Object>> answers(String caseId);
}
