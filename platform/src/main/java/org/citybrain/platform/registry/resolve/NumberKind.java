package org.citybrain.platform.registry.resolve;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import java.util.Optional;
import org.citybrain.kernel.code.CreditCode;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.kernel.code.OpaqueIds;

/** What the number that names an entity of a registry is; the written form is the name in lower case with hyphens. */
enum NumberKind {
    RESIDENT_ID {
        @Override
        Optional<String> refOf(String resource, String text, OpaqueIds ids) {
            String standard = IdentityNumber.standardise(text);
            return IdentityNumber.problemOf(standard).isEmpty() ? Optional.of(ids.person(standard)) : Optional.empty();
        }

        @Override
        String idOf(String text, OpaqueIds ids) {
            return ids.person("record:" + text);
        }
    },
    CREDIT_CODE {
        @Override
        Optional<String> refOf(String resource, String text, OpaqueIds ids) {
            String standard = CreditCode.standardise(text);
            return CreditCode.problemOf(standard).isEmpty() ? Optional.of(ids.firm(standard)) : Optional.empty();
        }

        @Override
        String idOf(String text, OpaqueIds ids) {
            return ids.firm("record:" + text);
        }
    },
    /** A number that its issuing department gave: it names a thing within that resource only. */
    LICENCE {
        @Override
        Optional<String> refOf(String resource, String text, OpaqueIds ids) {
            return plain(text).map(number -> ids.licence(resource, number));
        }

        @Override
        String idOf(String text, OpaqueIds ids) {
            return ids.licence("record", text);
        }
    },
    /** The same for public credit records. */
    CREDIT_RECORD {
        @Override
        Optional<String> refOf(String resource, String text, OpaqueIds ids) {
            return plain(text).map(number -> ids.creditRecord(resource, number));
        }

        @Override
        String idOf(String text, OpaqueIds ids) {
            return ids.creditRecord("record", text);
        }
    };

    /** The opaque id of a valid number; empty when it is missing or wrong. */
    abstract Optional<String> refOf(String resource, String text, OpaqueIds ids);

    /** An id for what has no number, made from its first record. */
    abstract String idOf(String text, OpaqueIds ids);

    private static Optional<String> plain(String text) {
        String number = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return number.isEmpty() ? Optional.empty() : Optional.of(number);
    }

    @JsonCreator
    static NumberKind of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
