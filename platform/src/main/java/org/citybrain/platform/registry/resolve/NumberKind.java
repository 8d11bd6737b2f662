package org.citybrain.platform.registry.resolve;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.citybrain.kernel.code.CreditCode;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.kernel.code.OpaqueIds;

/** What the number that names an entity of a registry is; the written form is the name in lower case with hyphens. */
enum NumberKind {
    RESIDENT_ID(
            (resource, text, ids) -> {
                String standard = IdentityNumber.standardise(text);
                return IdentityNumber.problemOf(standard).isEmpty() ? ids.person(standard) : "";
            },
            (ids, text) -> ids.person("record:" + text)),
    CREDIT_CODE(
            (resource, text, ids) -> {
                String standard = CreditCode.standardise(text);
                return CreditCode.problemOf(standard).isEmpty() ? ids.firm(standard) : "";
            },
            (ids, text) -> ids.firm("record:" + text)),
    /** A number that its issuing department gave: it names a thing within that resource only. */
    LICENCE(given(OpaqueIds::licence), (ids, text) -> ids.licence("record", text)),
    /** The same for public credit records. */
    CREDIT_RECORD(given(OpaqueIds::creditRecord), (ids, text) -> ids.creditRecord("record", text));

    /** Reads a number of a resource; blank when it is missing or wrong. */
    private interface Reading {
        String refOf(String resource, String text, OpaqueIds ids);
    }

    private interface Given {
        String idOf(OpaqueIds ids, String resource, String number);
    }

    private final Reading reading;
    private final BiFunction<OpaqueIds, String, String> naming;

    NumberKind(Reading reading, BiFunction<OpaqueIds, String, String> naming) {
        this.reading = reading;
        this.naming = naming;
    }

    /** The opaque id of a valid number; empty when it is missing or wrong. */
    Optional<String> refOf(String resource, String text, OpaqueIds ids) {
        return Optional.of(reading.refOf(resource, text, ids)).filter(ref -> !ref.isEmpty());
    }

    /** An id for what has no number, made from its first record. */
    String idOf(String text, OpaqueIds ids) {
        return naming.apply(ids, text);
    }

    private static Reading given(Given given) {
        return (resource, text, ids) -> {
            String number = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            return number.isEmpty() ? "" : given.idOf(ids, resource, number);
        };
    }

    @JsonCreator
    static NumberKind of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
