package org.citybrain.streaming.rows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Optional;
import org.citybrain.kernel.code.DataElement;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.FieldType;
import org.jspecify.annotations.Nullable;

/** Standardises and checks the values of one field. Stateless. */
public final class FieldRule {
    /** Longest value in bytes that intake takes, whatever the source allows. */
    static final int LONGEST_BYTES = 128 * 1024;

    private static final int EXCERPT = 40;

    private final FieldSpec field;
    private final @Nullable DataElement element;

    FieldRule(FieldSpec field) {
        this.field = field;
        this.element = field.element() == null
                ? null
                : DataElement.find(field.element()).orElse(null);
    }

    /**
     * A value in its standard form, or what is wrong with it.
     *
     * @param value standard form; the original where it is faulty
     * @param fault null when nothing is wrong
     * @param detail the rule broken, empty when none
     */
    record Outcome(String value, @Nullable RowFault fault, String detail) {}

    /** The field. */
    public FieldSpec field() {
        return field;
    }

    /** Whether it holds identity numbers: never a key, a log text or an address. */
    public boolean isIdentityNumber() {
        return element == DataElement.IDENTITY_NUMBER;
    }

    /** Whether it holds numbers of the household register. */
    public boolean isHouseholdNumber() {
        return element == DataElement.HOUSEHOLD_NUMBER;
    }

    /** The standard form of a value that is not null. */
    Outcome apply(String text) {
        if (text.indexOf('\0') >= 0) {
            return new Outcome(text, RowFault.NUL, "nul");
        }
        if (isTooLong(text)) {
            return new Outcome(text, RowFault.OVERSIZE, String.valueOf(field.length()));
        }
        Outcome typed = typed(text);
        if (typed.fault != null || element == null) {
            return typed;
        }
        String standard = element.standardise(typed.value);
        Optional<String> problem = element.problemOf(standard);
        return problem.isEmpty()
                ? new Outcome(standard, null, "")
                : new Outcome(standard, RowFault.ELEMENT, element.slug() + "/" + problem.get());
    }

    /** A value for people to recognise, without giving an identity number or a phone away. */
    String excerpt(String text) {
        String clean = text.replace('\0', '?');
        if (element == DataElement.IDENTITY_NUMBER || element == DataElement.PHONE) {
            return IdentityNumber.mask(clean);
        }
        if (element == DataElement.PERSON_NAME) {
            return clean.isEmpty() ? "" : clean.substring(0, 1) + "*";
        }
        return clean.length() <= EXCERPT ? clean : clean.substring(0, EXCERPT) + "…";
    }

    private boolean isTooLong(String text) {
        Integer length = field.length();
        if (length != null && text.length() > length) {
            // trailing blanks of a padded column do not count
            String tight = text.stripTrailing();
            return tight.codePointCount(0, tight.length()) > length;
        }
        return text.length() > LONGEST_BYTES / 4 && text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
    }

    private Outcome typed(String text) {
        FieldType type = field.type();
        try {
            return switch (type) {
                case INTEGER -> {
                    Long.parseLong(text.strip());
                    yield new Outcome(text.strip(), null, "");
                }
                case DECIMAL -> decimal(text.strip());
                case DOUBLE -> {
                    Double.parseDouble(text.strip());
                    yield new Outcome(text.strip(), null, "");
                }
                case BOOLEAN -> truth(text.strip());
                case DATE -> new Outcome(DateTexts.date(text.strip()).toString(), null, "");
                case TIMESTAMP -> {
                    DateTexts.timestamp(text.strip());
                    yield new Outcome(text.strip(), null, "");
                }
                case TEXT, BYTES, OTHER -> new Outcome(text, null, "");
            };
        } catch (NumberFormatException e) {
            return new Outcome(text, RowFault.TYPE, type.name());
        } catch (DateTimeException e) {
            return new Outcome(text, RowFault.DATE, type.name());
        }
    }

    private Outcome decimal(String text) {
        if (text.equals("NaN") || text.endsWith("Infinity")) {
            return new Outcome(text, RowFault.TYPE, FieldType.DECIMAL.name());
        }
        BigDecimal number = new BigDecimal(text);
        Integer scale = field.scale();
        boolean tooFine = scale != null && number.stripTrailingZeros().scale() > scale;
        return tooFine
                ? new Outcome(text, RowFault.TYPE, "scale " + scale)
                : new Outcome(number.toPlainString(), null, "");
    }

    private static Outcome truth(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "t", "true", "1", "y", "yes" -> new Outcome("t", null, "");
            case "f", "false", "0", "n", "no" -> new Outcome("f", null, "");
            default -> new Outcome(text, RowFault.TYPE, FieldType.BOOLEAN.name());
        };
    }
}
