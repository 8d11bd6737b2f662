package org.citybrain.platform.licence.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.registry.PaperContent;
import org.jspecify.annotations.Nullable;

/**
 * What is signed, in this order.
 *
 * @param holder in full
 * @param holderNumber a firm's code, or a person's number masked
 * @param issuedAt machine time, ISO 8601
 * @param receipts of the department's rows that say so
 */
record LicenceDocument(
        String identifier,
        String type,
        String issuer,
        String issuerName,
        String number,
        String holder,
        String holderNumber,
        @Nullable String detail,
        @Nullable String from,
        @Nullable String to,
        String issuedAt,
        List<String> receipts) {
    LicenceDocument {
        receipts = List.copyOf(receipts);
    }

    static LicenceDocument of(String identifier, PaperContent content, PaperContent.Issuer issuer, String at) {
        return new LicenceDocument(
                identifier,
                content.paper().type().zh(),
                issuer.code(),
                issuer.name().zh(),
                content.paper().number(),
                content.paper().holder(),
                content.holderNumber(),
                content.paper().detail(),
                content.paper().from(),
                content.paper().to(),
                at,
                List.of(content.paper().receipt()));
    }

    static LicenceDocument read(String document) {
        return WireJson.read(document.getBytes(StandardCharsets.UTF_8), LicenceDocument.class);
    }

    String text() {
        return new String(WireJson.write(this), StandardCharsets.UTF_8);
    }

    /** Whether the department's record still says what was signed. */
    boolean stillSays(PaperContent content) {
        LicenceDocument now = new LicenceDocument(
                identifier,
                content.paper().type().zh(),
                issuer,
                issuerName,
                content.paper().number(),
                content.paper().holder(),
                content.holderNumber(),
                content.paper().detail(),
                content.paper().from(),
                content.paper().to(),
                issuedAt,
                receipts);
        return now.equals(this);
    }
}
