package org.citybrain.samplecity.city;

import java.util.List;

/** Employers, hospitals and diagnoses; all firms are invented. */
public final class Workplaces {
    private final List<String> tradeNames = words("trade-name");
    private final List<String> industries = words("industry");
    private final List<String> publicBodies = words("public-body");
    private final List<String> hospitals = words("hospital");
    private final List<String> diagnoses = words("diagnosis");
    private final List<String> graveDiagnoses = words("diagnosis-grave");

    /**
     * An employer.
     *
     * @param name as it signs its declarations
     * @param yearlyPay median yearly wage it pays, in yuan
     */
    public record Employer(String name, int yearlyPay) {}

    /** Someone's employer: three in four work at a firm of the county, the others at a public body of the town. */
    public Employer employer(Dice dice, Village village) {
        boolean firm = dice.chance(0.75);
        String[] kind = dice.pick(firm ? industries : publicBodies).split(":");
        String name = firm
                ? village.county() + dice.pick(tradeNames) + kind[0] + "有限公司"
                : village.county() + village.town() + kind[0];
        return new Employer(name, Integer.parseInt(kind[1]));
    }

    /** A hospital; all are named 样例, so that no real one is meant. */
    public String hospital(Dice dice) {
        return dice.pick(hospitals);
    }

    /** What the patient was treated for; costly stays have grave causes. */
    public String diagnosis(Dice dice, boolean costly) {
        return dice.pick(costly ? graveDiagnoses : diagnoses);
    }

    private static List<String> words(String set) {
        return List.of(Resources.entry("names/work.csv", set).split(" "));
    }
}
