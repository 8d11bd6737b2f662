package org.citybrain.platform.registry.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.platform.registry.Masking;

/** What the steward's desk shows of compared values. Fields that stand in one group are compared, and shown, as one step. */
final class StepMasks {
    private static final String GROUP = " / ";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{14,17}[0-9Xx]");
    private static final Pattern DAY = Pattern.compile("[0-9]{8}");
    private static final Pattern VILLAGE = Pattern.compile("[0-9]{12}");
    private static final Map<String, Masking> PERSONAL = Map.of(
            "number", Masking.IDENTITY_NUMBER,
            "holder", Masking.IDENTITY_NUMBER,
            "born", Masking.DATE,
            "name", Masking.NAME,
            "title", Masking.NAME,
            "phone", Masking.PHONE,
            "address", Masking.ADDRESS);
    private static final Map<String, Masking> OF_FIRMS = Map.of("representative", Masking.NAME, "phone", Masking.PHONE);

    private StepMasks() {}

    /** The fields that are shown of two records, for the ledger. */
    static Set<String> fields() {
        return PERSONAL.keySet();
    }

    /** A value of a step, or the values of a group, as the desk shows it. */
    static String masked(String kind, String step, String value) {
        List<String> fields = List.of(step.split(GROUP));
        Map<String, Masking> masks = kind.equals(Registries.FIRM) ? OF_FIRMS : PERSONAL;
        return value.isEmpty()
                ? ""
                : Arrays.stream(value.split(GROUP))
                        .map(part -> part(fields, masks, part))
                        .collect(Collectors.joining(GROUP));
    }

    private static String part(List<String> fields, Map<String, Masking> masks, String part) {
        if (NUMBER.matcher(part).matches() && masks.containsKey("number")) {
            return IdentityNumber.mask(part);
        }
        if (fields.size() == 1) {
            return masks.getOrDefault(fields.getFirst(), Masking.NONE).mask(part);
        }
        // which field of the group told a part is known by its form alone
        if (DAY.matcher(part).matches() && fields.contains("born")) {
            return masks.getOrDefault("born", Masking.NONE).mask(part);
        }
        boolean address = fields.contains("address") && !VILLAGE.matcher(part).matches();
        return address ? masks.getOrDefault("address", Masking.NONE).mask(part) : part;
    }
}
