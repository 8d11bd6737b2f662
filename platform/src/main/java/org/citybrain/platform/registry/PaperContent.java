package org.citybrain.platform.registry;

import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What a paper says in full, for a room that answers for what it shows of it.
 *
 * @param paper with its holder's whole name
 * @param holderNumber a firm's code, or a person's number masked; empty when the record has none
 * @param person opaque id of the holder where that is a person; null otherwise
 * @param issuer who issues papers of this type; null when none is declared
 */
public record PaperContent(
        Paper paper,
        String holderNumber,
        @Nullable String person,
        @Nullable Issuer issuer) {

    /**
     * Who issues a type of paper.
     *
     * @param typeCode of the type, 21 signs (GB/T 36904)
     * @param code the issuer's credit code
     */
    public record Issuer(String typeCode, String code, Bilingual name) {}
}
