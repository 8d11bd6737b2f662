package org.citybrain.platform.rules.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.citybrain.decisions.FactRow;
import org.citybrain.decisions.InputValue;
import org.citybrain.decisions.Inputs;
import org.citybrain.decisions.Missing;
import org.citybrain.decisions.Outcome;
import org.citybrain.decisions.OutcomeLine;
import org.citybrain.decisions.ParameterValue;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.rules.Explained;
import org.jspecify.annotations.Nullable;

/** Turns what a rule was asked with and what it said into what is kept and shown. */
final class Explaining {
    private Explaining() {}

    static Explained of(Inputs inputs, Outcome outcome) {
        return new Explained(
                outcome.sentence(),
                inputs.parameterDay(),
                outcome.lines().stream().map(Explaining::line).toList(),
                inputs.values().values().stream().map(Explaining::input).toList(),
                inputs.parameters().entrySet().stream().map(Explaining::used).toList(),
                outcome.values());
    }

    /** Equal for two decisions that say the same on the same ground; rows may have come anew with equal values. */
    static String digest(String ruleVersion, Outcome outcome, Explained explained) {
        StringBuilder text = new StringBuilder(ruleVersion).append('\n').append(outcome.outcome());
        explained
                .inputs()
                .forEach(input ->
                        text.append('\n').append(input.name()).append('=').append(input.value()));
        explained
                .parameters()
                .forEach(used -> text.append('\n').append(used.id()).append('=').append(used.value()));
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256", impossible);
        }
    }

    private static Explained.Line line(OutcomeLine line) {
        Bilingual mend = line.mend();
        return new Explained.Line(
                line.label(),
                line.value(),
                line.line(),
                line.unit(),
                line.result().name(),
                line.inputs(),
                line.parameter().orElse(null),
                mend.zh().isBlank() ? null : mend);
    }

    private static Explained.Input input(InputValue input) {
        return new Explained.Input(
                input.name(),
                input.title(),
                input.unit(),
                shown(input),
                input.isPrivate(),
                rows(input.rows()),
                rows(input.supporting()),
                input.missing().stream().map(Explaining::missing).distinct().toList());
    }

    private static @Nullable String shown(InputValue input) {
        if (!input.isKnown()) {
            return null;
        }
        return input.isPrivate() ? Masks.of(input.text()) : input.text();
    }

    private static Bilingual missing(Missing missing) {
        String whose = missing.member().isEmpty() ? "" : " (" + missing.member() + ")";
        Bilingual reason = missing.reason().text();
        return new Bilingual(reason.zh() + whose, reason.en() + whose);
    }

    private static List<Explained.Row> rows(List<FactRow> rows) {
        return rows.stream()
                .map(row -> new Explained.Row(row.receipt(), row.sourceTime(), row.knownTime()))
                .toList();
    }

    private static Explained.Used used(Map.Entry<String, ParameterValue> each) {
        ParameterValue value = each.getValue();
        return new Explained.Used(
                each.getKey(),
                value.id(),
                value.title(),
                value.unit(),
                value.from(),
                value.value(),
                value.basis(),
                value.verified());
    }
}
