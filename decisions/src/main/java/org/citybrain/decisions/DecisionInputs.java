package org.citybrain.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citybrain.sceneformat.InputSpec;
import org.citybrain.sceneformat.InputSpec.Input;
import org.citybrain.sceneformat.InputSpec.Membership;

/** Gathers the inputs of a decision from facts as {@code rules/<rule>.inputs.yaml} declares (docs/reference/inputs.md). */
public final class DecisionInputs {
    private DecisionInputs() {}

    /**
     * The subjects a candidate leads to: itself when it is of the rule's kind, else by the declared route on the city day
     * (a person may lead to no household, or to more than one).
     */
    public static List<Subject> subjects(InputSpec spec, FactSource facts, Subject candidate, LocalDate cityDay) {
        if (candidate.kind().equals(spec.subject())) {
            return List.of(candidate);
        }
        Membership route = spec.routes().get(candidate.kind());
        if (route == null) {
            return List.of();
        }
        return MemberFinder.inside(route, facts, candidate.ref(), cityDay).stream()
                .map(row -> row.field(route.take()))
                .filter(Objects::nonNull)
                .distinct()
                .map(ref -> new Subject(spec.subject(), ref))
                .toList();
    }

    /** Gathers every input and parameter the spec names. Never throws on what the facts hold: what cannot be read is missing. */
    public static Inputs evaluate(InputSpec spec, FactSource facts, Question question, DatedParameters parameters) {
        LocalDate day = parameterDay(spec, question);
        Map<String, ParameterValue> inForce = new LinkedHashMap<>();
        spec.parameters()
                .forEach((name, id) -> parameters.on(day).find(id).ifPresent(value -> inForce.put(name, value)));
        AskedFacts asked = new AskedFacts(facts);
        List<Member> members = members(spec, asked, question);
        InputGatherer gatherer = new InputGatherer(asked, question, members, inForce);
        Map<String, InputValue> values = new LinkedHashMap<>();
        spec.inputs().values().forEach(input -> values.put(input.name(), gatherer.gather(input)));
        return new Inputs(question, day, members, values, inForce);
    }

    /**
     * Whether nothing needs deciding: the spec names an input in {@code idleWhenZero} and it is certainly zero. Most changes in
     * a city concern subjects a rule has nothing to say about; this tells them by a few facts. It says so of a subject without
     * regard to what was decided before: a subject with a standing outcome must be decided all the same.
     */
    public static boolean isIdle(InputSpec spec, FactSource facts, Question question) {
        Input input = spec.inputs().get(spec.idleWhenZero());
        if (input == null) {
            return false;
        }
        AskedFacts asked = new AskedFacts(facts);
        InputValue value = new InputGatherer(asked, question, members(spec, asked, question), Map.of()).gather(input);
        return value.value() instanceof BigDecimal number
                && number.signum() == 0
                && value.missing().isEmpty();
    }

    private static List<Member> members(InputSpec spec, FactSource facts, Question question) {
        return spec.members()
                .map(membership -> MemberFinder.members(membership, facts, question))
                .orElse(List.of());
    }

    private static LocalDate parameterDay(InputSpec spec, Question question) {
        LocalDate lastDay = LocalDate.of(question.year(), Month.DECEMBER, 31);
        boolean old = spec.parametersOn().equals("period") && lastDay.isBefore(question.cityDay());
        return old ? lastDay : question.cityDay();
    }
}
