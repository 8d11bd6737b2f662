package org.citybrain.platform.registry.web;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.SearchWords;
import org.jspecify.annotations.Nullable;

/** What a person or a firm is searched by, one of the first four, and why; the register of firms asks for no reason. */
record SearchRequest(
        @JsonAlias({"idNumber", "code"}) @Nullable String number,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String purpose,
        @Nullable String legalBasis) {

    SearchWords words() {
        return new SearchWords(orEmpty(number), orEmpty(name), orEmpty(phone), orEmpty(address));
    }

    ReadReason reason() {
        return new ReadReason(orEmpty(purpose), orEmpty(legalBasis), false);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
