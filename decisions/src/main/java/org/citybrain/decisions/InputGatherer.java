package org.citybrain.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citybrain.sceneformat.InputSpec.Age;
import org.citybrain.sceneformat.InputSpec.Answer;
import org.citybrain.sceneformat.InputSpec.Input;
import org.citybrain.sceneformat.InputSpec.Members;
import org.citybrain.sceneformat.InputSpec.Rows;
import org.citybrain.sceneformat.InputSpec.SubjectRef;
import org.jspecify.annotations.Nullable;

/** Gathers the inputs of one question, one by one. */
final class InputGatherer {
    private final AskedFacts facts;
    private final Question question;
    private final List<Member> members;
    private final ConditionTester conditions;
    private final KnownTester known;

    InputGatherer(AskedFacts facts, Question question, List<Member> members, Map<String, ParameterValue> parameters) {
        this.facts = facts;
        this.question = question;
        this.members = members;
        this.conditions = new ConditionTester(question);
        this.known = new KnownTester(facts, question, members, parameters);
    }

    InputValue gather(Input input) {
        Draft draft = new Draft();
        @Nullable
        Object value = switch (input.source()) {
            case Rows rows -> overRows(rows, draft);
            case Age age -> age(age, draft);
            case Answer answer -> answer(answer, draft);
            case Members ignored -> {
                members.forEach(member -> draft.supporting.add(member.row()));
                yield BigDecimal.valueOf(members.size());
            }
            case SubjectRef ignored -> question.subject().ref();
        };
        return new InputValue(
                input.name(),
                input.title(),
                input.unit(),
                input.isPrivate(),
                value,
                draft.rows,
                draft.supporting,
                draft.missing);
    }

    private @Nullable Object overRows(Rows rows, Draft draft) {
        if (rows.each().equals("member")) {
            facts.ask(rows.of(), rows.by(), Member.refs(members));
            for (Member member : members) {
                draft.supporting.add(member.row());
                if (member.hasRef()) {
                    collect(rows, member.ref(), draft);
                } else {
                    draft.missing.add(Missing.inRow(Missing.Reason.MEMBER_WITHOUT_ID, member.row()));
                }
            }
        } else {
            collect(rows, question.subject().ref(), draft);
        }
        boolean isKnown = rows.known().map(when -> known.test(when, draft)).orElse(true);
        return isKnown ? taken(rows, draft) : null;
    }

    private void collect(Rows rows, String ref, Draft draft) {
        for (String resource : rows.of()) {
            facts.find(resource, rows.by(), ref).stream()
                    .filter(row -> conditions.holds(rows.where(), row))
                    .forEach(row -> draft.take(row, ref));
        }
    }

    private @Nullable Object taken(Rows rows, Draft draft) {
        return switch (rows.take()) {
            case COUNT -> BigDecimal.valueOf(draft.rows.size());
            case SUM -> sum(rows.field(), draft);
            case FIRST -> first(rows, draft);
        };
    }

    private static @Nullable Object sum(String field, Draft draft) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean readable = true;
        for (FactRow row : draft.rows) {
            Optional<BigDecimal> amount = Numbers.read(row.field(field));
            if (amount.isPresent()) {
                sum = sum.add(amount.get());
            } else {
                readable = false;
                draft.missing.add(Missing.inRow(Missing.Reason.UNREADABLE_VALUE, row));
            }
        }
        return readable ? sum : null;
    }

    private @Nullable Object first(Rows rows, Draft draft) {
        Comparator<FactRow> order = rows.order().isEmpty()
                ? Comparator.comparing(FactRow::key)
                : Comparator.<FactRow, String>comparing(row -> Objects.requireNonNullElse(row.field(rows.order()), ""))
                        .thenComparing(FactRow::key);
        Optional<FactRow> first = draft.rows.stream()
                .min(Comparator.<FactRow, Boolean>comparing(row -> !conditions.holds(rows.prefer(), row))
                        .thenComparing(order));
        draft.rows.retainAll(first.stream().toList());
        if (first.isEmpty()) {
            draft.missing.add(Missing.of(Missing.Reason.NO_ROW));
            return null;
        }
        String value = first.get().field(rows.field());
        if (value == null) {
            draft.missing.add(Missing.inRow(Missing.Reason.UNREADABLE_VALUE, first.get()));
        }
        return value;
    }

    private @Nullable Object age(Age age, Draft draft) {
        List<FactRow> found = facts.find(age.of(), age.by(), question.subject().ref());
        for (FactRow row : found) {
            Optional<LocalDate> birth = Dates.read(row.field(age.field()));
            if (birth.isPresent()) {
                draft.rows.add(row);
                return BigDecimal.valueOf(
                        Period.between(birth.get(), question.cityDay()).getYears());
            }
        }
        draft.missing.add(Missing.of(found.isEmpty() ? Missing.Reason.NO_ROW : Missing.Reason.UNREADABLE_VALUE));
        return null;
    }

    private @Nullable Object answer(Answer answer, Draft draft) {
        JsonNode form = question.answers().get(answer.form());
        JsonNode value = form == null ? null : form.get(answer.field());
        if (value == null || value.isNull() || value.isMissingNode()) {
            draft.missing.add(Missing.of(Missing.Reason.NO_ANSWER));
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.decimalValue() : value.asText();
    }

    /** What is found on the way to one value. */
    static final class Draft {
        final List<FactRow> rows = new ArrayList<>();
        final List<FactRow> supporting = new ArrayList<>();
        final List<Missing> missing = new ArrayList<>();
        private final Map<String, String> refOf = new HashMap<>();

        void take(FactRow row, String ref) {
            if (refOf.putIfAbsent(row.resource() + "\u0000" + row.key(), ref) == null) {
                rows.add(row);
            }
        }

        /** Resources in which the id has a row among those taken. */
        boolean hasRow(String ref, List<String> resources) {
            return rows.stream()
                    .anyMatch(row -> resources.contains(row.resource())
                            && ref.equals(refOf.get(row.resource() + "\u0000" + row.key())));
        }
    }
}
