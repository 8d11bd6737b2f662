package org.citybrain.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.sceneformat.InputSpec.Age;
import org.citybrain.sceneformat.InputSpec.KnownWhen;

/**
 * Tells whether a figure over members is known: every member old enough must have a row, even one of zero. Without the row
 * nobody knows, and unknown is not nothing.
 */
final class KnownTester {
    private final AskedFacts facts;
    private final Question question;
    private final List<Member> members;
    private final Map<String, ParameterValue> parameters;

    KnownTester(AskedFacts facts, Question question, List<Member> members, Map<String, ParameterValue> parameters) {
        this.facts = facts;
        this.question = question;
        this.members = members;
        this.parameters = parameters;
    }

    boolean test(KnownWhen when, InputGatherer.Draft draft) {
        Optional<BigDecimal> least = least(when);
        if (least.isEmpty()) {
            draft.missing.add(Missing.of(Missing.Reason.NO_PARAMETER));
            return false;
        }
        when.birth().ifPresent(birth -> facts.ask(List.of(birth.of()), birth.by(), lacking(when, draft)));
        boolean known = true;
        for (Member member : members) {
            if (!member.hasRef()) {
                known = false;
            } else if (!draft.hasRow(member.ref(), when.rowIn()) && mustHaveRow(when, least.get(), member, draft)) {
                known = false;
                draft.missing.add(
                        new Missing(Missing.Reason.NO_ROW_FOR_MEMBER, member.ref(), Optional.of(member.row())));
            }
        }
        return known;
    }

    private List<String> lacking(KnownWhen when, InputGatherer.Draft draft) {
        return Member.refs(members).stream()
                .filter(ref -> !draft.hasRow(ref, when.rowIn()))
                .toList();
    }

    private Optional<BigDecimal> least(KnownWhen when) {
        if (when.aged().isEmpty()) {
            return Optional.of(BigDecimal.ZERO);
        }
        ParameterValue value = parameters.get(when.aged());
        return value == null ? Optional.empty() : Numbers.read(value.value());
    }

    private boolean mustHaveRow(KnownWhen when, BigDecimal least, Member member, InputGatherer.Draft draft) {
        if (when.birth().isEmpty()) {
            return true;
        }
        Age birth = when.birth().get();
        for (FactRow row : facts.find(birth.of(), birth.by(), member.ref())) {
            Optional<LocalDate> born = Dates.read(row.field(birth.field()));
            if (born.isPresent()) {
                draft.supporting.add(row);
                int years = Period.between(born.get(), day(when)).getYears();
                return BigDecimal.valueOf(years).compareTo(least) >= 0;
            }
        }
        return true;
    }

    private LocalDate day(KnownWhen when) {
        return switch (when.on()) {
            case "period-end" -> LocalDate.of(question.year(), Month.DECEMBER, 31);
            case "period-1-end" -> LocalDate.of(question.year() - 1, Month.DECEMBER, 31);
            default -> question.cityDay();
        };
    }
}
