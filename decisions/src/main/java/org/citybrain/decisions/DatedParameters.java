package org.citybrain.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.citybrain.sceneformat.DatedValue;
import org.citybrain.sceneformat.Parameter;

/**
 * A scene's parameters with their values by date. Law changes by adding a value from a day on; earlier days keep theirs.
 * Immutable: {@link #with} gives a copy.
 */
public final class DatedParameters {
    private final Map<String, Parameter> parameters;
    private final Map<String, NavigableMap<LocalDate, DatedValue>> values;

    private DatedParameters(
            Map<String, Parameter> parameters, Map<String, NavigableMap<LocalDate, DatedValue>> values) {
        this.parameters = parameters;
        this.values = values;
    }

    public static DatedParameters of(Collection<Parameter> parameters) {
        Map<String, Parameter> byId = new HashMap<>();
        Map<String, NavigableMap<LocalDate, DatedValue>> values = new HashMap<>();
        for (Parameter each : parameters) {
            byId.put(each.id(), each);
            NavigableMap<LocalDate, DatedValue> dated = new TreeMap<>();
            each.values().forEach(value -> dated.put(value.from(), value));
            values.put(each.id(), dated);
        }
        return new DatedParameters(Map.copyOf(byId), Map.copyOf(values));
    }

    /**
     * A copy with one more value; a value already given for that day is replaced.
     *
     * @throws IllegalArgumentException when the scene has no such parameter or the value is not of its unit
     */
    public DatedParameters with(String id, DatedValue value) {
        Parameter parameter = parameters.get(id);
        if (parameter == null) {
            throw new IllegalArgumentException("No parameter \"" + id + "\"; known: " + parameters.keySet());
        }
        if (!parameter.unit().equals("text")) {
            checkNumber(parameter, value.value());
        }
        Map<String, NavigableMap<LocalDate, DatedValue>> copy = new HashMap<>(values);
        NavigableMap<LocalDate, DatedValue> dated = new TreeMap<>(values.getOrDefault(id, new TreeMap<>()));
        dated.put(value.from(), value);
        copy.put(id, dated);
        return new DatedParameters(parameters, Map.copyOf(copy));
    }

    /** The values in force on a day. */
    public OnDay on(LocalDate day) {
        return new OnDay(day);
    }

    private static void checkNumber(Parameter parameter, String value) {
        try {
            new BigDecimal(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is not a number of the unit " + parameter.unit() + " of " + parameter.id(),
                    notANumber);
        }
    }

    /** The parameters as they stand on one day. */
    public final class OnDay {
        private final LocalDate day;

        private OnDay(LocalDate day) {
            this.day = day;
        }

        public LocalDate day() {
            return day;
        }

        /** Finds the value in force; empty when the parameter is unknown or had no value yet. */
        public Optional<ParameterValue> find(String id) {
            Parameter parameter = parameters.get(id);
            NavigableMap<LocalDate, DatedValue> dated = values.get(id);
            Map.Entry<LocalDate, DatedValue> entry = dated == null ? null : dated.floorEntry(day);
            if (parameter == null || entry == null) {
                return Optional.empty();
            }
            DatedValue value = entry.getValue();
            return Optional.of(new ParameterValue(
                    id,
                    parameter.title(),
                    parameter.unit(),
                    value.from(),
                    value.value(),
                    value.basis(),
                    value.verified()));
        }

        /**
         * A parameter that counts days or years.
         *
         * @throws IllegalStateException when no value is in force, or it is not a whole number
         */
        public int getWhole(String id) {
            ParameterValue value = find(id).orElseThrow(
                            () -> new IllegalStateException("No value of \"" + id + "\" is in force on " + day));
            try {
                return new BigDecimal(value.value()).intValueExact();
            } catch (ArithmeticException | NumberFormatException notWhole) {
                throw new IllegalStateException("\"" + id + "\" is not a whole number: " + value.value(), notWhole);
            }
        }
    }
}
