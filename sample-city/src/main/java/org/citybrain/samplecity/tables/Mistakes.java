package org.citybrain.samplecity.tables;

import java.util.Locale;
import org.citybrain.samplecity.city.CreditCodes;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Phones;
import org.jspecify.annotations.Nullable;

/** The mistakes that some departments make and others do not: phones, credit codes, firm names, spacing, regions, repeats. */
public final class Mistakes {
    private static final int PERSONAL = 40;
    private static final int VILLAGE_DIGITS = 3;
    private final long seed;
    private final double spacedName;
    private final double missingPhone;
    private final double wrongPhone;
    private final double missingCreditCode;
    private final double mistypedCreditCode;
    private final double lowerCreditCode;
    private final double oldRegistrationNumber;
    private final double shortFirmName;
    private final double coarseRegion;
    private final double plateForm;
    private final double repeatedRow;

    /** The mistakes of a department. */
    public Mistakes(String department, long seed) {
        this.seed = seed;
        this.spacedName = DirtRates.own(department, "spacedName");
        this.missingPhone = DirtRates.own(department, "missingPhone");
        this.wrongPhone = DirtRates.own(department, "wrongPhone");
        this.missingCreditCode = DirtRates.own(department, "missingCreditCode");
        this.mistypedCreditCode = DirtRates.own(department, "mistypedCreditCode");
        this.lowerCreditCode = DirtRates.own(department, "lowerCreditCode");
        this.oldRegistrationNumber = DirtRates.own(department, "oldRegistrationNumber");
        this.shortFirmName = DirtRates.own(department, "shortFirmName");
        this.coarseRegion = DirtRates.own(department, "coarseRegion");
        this.plateForm = DirtRates.own(department, "plateForm");
        this.repeatedRow = DirtRates.own(department, "repeatedRow");
    }

    /** The name with a blank after the surname, as forms with boxes make it. */
    public String spaced(Dice dice, String name) {
        return dice.chance(spacedName) ? name.charAt(0) + " " + name.substring(1) : name;
    }

    /** A person's phone, sometimes missing or a digit short. */
    public @Nullable String phone(Dice dice, long personNo, boolean clean) {
        String phone = Phones.of(seed, personNo, PERSONAL);
        double luck = clean ? 1 : dice.share();
        if (luck < missingPhone) {
            return null;
        }
        return luck < missingPhone + wrongPhone ? phone.substring(0, phone.length() - 1) : phone;
    }

    /** A credit code, sometimes missing, mistyped, in small letters, or the registration number that the firm bore before it. */
    public @Nullable String creditCode(Dice dice, String code) {
        double luck = dice.share();
        if (luck < missingCreditCode) {
            return null;
        }
        if (luck < missingCreditCode + mistypedCreditCode) {
            return CreditCodes.mistyped(dice, code);
        }
        double lower = missingCreditCode + mistypedCreditCode + lowerCreditCode;
        if (luck < lower) {
            return code.toLowerCase(Locale.ROOT);
        }
        return luck < lower + oldRegistrationNumber ? CreditCodes.registrationNumber(code) : code;
    }

    /** A firm's name, sometimes without its place or legal form. */
    public String firmName(Dice dice, String name, String county) {
        if (!dice.chance(shortFirmName)) {
            return name;
        }
        boolean placed = name.startsWith(county) && name.length() > county.length() + 2;
        return placed && dice.chance(0.5) ? name.substring(county.length()) : name.replace("有限公司", "公司");
    }

    /** A village code, sometimes known to the town only. */
    public String village(Dice dice, String code) {
        return dice.chance(coarseRegion) ? code.substring(0, code.length() - VILLAGE_DIGITS) + "000" : code;
    }

    /** A plate, sometimes with a point or without its province. */
    public String plate(Dice dice, String plate) {
        if (!dice.chance(plateForm)) {
            return plate;
        }
        return dice.chance(0.5) ? plate.substring(0, 2) + "·" + plate.substring(2) : plate.substring(1);
    }

    /** Whether a row is entered a second time. */
    public boolean repeats(Dice dice) {
        return dice.chance(repeatedRow);
    }
}
