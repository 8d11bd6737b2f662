package org.citybrain.decisions;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a decision is asked with; kept with the decision so that it can be explained and replayed.
 *
 * @param parameterDay the day the parameters are taken on
 * @param values by input name, in the order of the inputs file
 * @param parameters by the name the DMN uses; a name without a value in force is absent
 */
public record Inputs(
        Question question,
        LocalDate parameterDay,
        List<Member> members,
        Map<String, InputValue> values,
        Map<String, ParameterValue> parameters) {
    public Inputs {
        members = List.copyOf(members);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Names of the inputs that cannot be told. */
    public List<String> unknown() {
        return values.values().stream()
                .filter(value -> !value.isKnown())
                .map(InputValue::name)
                .toList();
    }
}
