package org.citybrain.decisions;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.sceneformat.InputSpec.Membership;

/** Dated memberships: who belongs to whom on a day. */
final class MemberFinder {
    private MemberFinder() {}

    /** Membership rows that hold on the day, one per id. */
    static List<FactRow> inside(Membership membership, FactSource facts, String ref, LocalDate day) {
        ConditionTester conditions = new ConditionTester(Question.of(new Subject("", ref), "0000", day));
        return facts.find(membership.resource(), membership.by(), ref).stream()
                .filter(row -> conditions.holds(membership.where(), row))
                .filter(row -> holdsOn(membership, row, day))
                .toList();
    }

    static List<Member> members(Membership membership, FactSource facts, Question question) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (FactRow row : inside(membership, facts, question.subject().ref(), question.cityDay())) {
            String ref = row.field(membership.take());
            members.putIfAbsent(ref == null ? "row:" + row.key() : ref, new Member(ref == null ? "" : ref, row));
        }
        return List.copyOf(members.values());
    }

    /** An unreadable or absent first day counts as inside: leaving someone out would be a silent loss. */
    private static boolean holdsOn(Membership membership, FactRow row, LocalDate day) {
        Optional<LocalDate> from = Dates.read(row.field(membership.from()));
        Optional<LocalDate> until = Dates.read(row.field(membership.until()));
        return from.map(date -> !date.isAfter(day)).orElse(true)
                && until.map(date -> date.isAfter(day)).orElse(true);
    }
}
