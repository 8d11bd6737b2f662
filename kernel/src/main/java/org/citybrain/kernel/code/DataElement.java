package org.citybrain.kernel.code;

import java.util.Arrays;
import java.util.Optional;

/** Data elements (GB/T 19488) that intake knows how to standardise and check. */
public enum DataElement {
    IDENTITY_NUMBER("identity-number"),
    HOUSEHOLD_NUMBER("household-number"),
    CREDIT_CODE("credit-code"),
    PHONE("phone"),
    VILLAGE_CODE("region-village"),
    PERSON_NAME("person-name"),
    MONEY_CNY("money-cny");

    private final String slug;

    DataElement(String slug) {
        this.slug = slug;
    }

    /** The name used in the catalogue. */
    public String slug() {
        return slug;
    }

    /** The element of a slug; empty for one this version does not know. */
    public static Optional<DataElement> find(String slug) {
        return Arrays.stream(values()).filter(e -> e.slug.equals(slug)).findFirst();
    }

    /** The value in its standard form: what registries and scenes compare. */
    public String standardise(String text) {
        return switch (this) {
            case IDENTITY_NUMBER -> IdentityNumber.standardise(text);
            case CREDIT_CODE -> CreditCode.standardise(text);
            case PHONE -> text.replaceAll("[\\s-]", "");
            case PERSON_NAME, HOUSEHOLD_NUMBER, VILLAGE_CODE, MONEY_CNY -> text.strip();
        };
    }

    /** What is wrong with a standardised value, as a short slug such as {@code check-digit}; empty when nothing is. */
    public Optional<String> problemOf(String standard) {
        return switch (this) {
            case IDENTITY_NUMBER -> IdentityNumber.problemOf(standard).map(p -> slugOf(p.name()));
            // an old registration number stands where no credit code was ever asked for
            case CREDIT_CODE ->
                RegistrationNumber.problemOf(standard).isEmpty()
                        ? Optional.empty()
                        : CreditCode.problemOf(standard).map(p -> slugOf(p.name()));
            case PHONE -> standard.matches("(\\+?86)?1[3-9]\\d{9}|0\\d{9,11}") ? Optional.empty() : Optional.of("form");
            case VILLAGE_CODE -> standard.matches("\\d{12}") ? Optional.empty() : Optional.of("form");
            case PERSON_NAME, HOUSEHOLD_NUMBER -> standard.isEmpty() ? Optional.of("blank") : Optional.empty();
            case MONEY_CNY -> Optional.empty();
        };
    }

    private static String slugOf(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
