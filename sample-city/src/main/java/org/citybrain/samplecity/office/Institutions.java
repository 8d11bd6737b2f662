package org.citybrain.samplecity.office;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.samplecity.belongings.Care;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;

/** The hospitals and health centres, known to the health commission and to the insurance alike. */
final class Institutions {
    private Institutions() {}

    /**
     * An institution.
     *
     * @param firm the public body that runs it
     * @param kind 医院 or 卫生院
     * @param level its grade
     * @param beds its beds
     */
    record Institution(Firm firm, String kind, String level, int beds) {}

    /** All of them: the hospitals of the list, then a health centre of each town. */
    static List<Institution> all(Supplies supplies) {
        List<Institution> all = new ArrayList<>();
        List<Village> villages = supplies.divisions().villages();
        for (String name : Words.list("hospital")) {
            Firm firm = supplies.endowments().employers().found(name, villages.getFirst());
            boolean large = name.contains("市") || name.contains("省") || name.contains("大学");
            all.add(new Institution(firm, "医院", large ? "三级" : "二级", large ? 900 : 280));
        }
        String town = "";
        for (Village village : villages) {
            if (!village.code().startsWith(town) || town.isEmpty()) {
                town = village.code().substring(0, 9);
                Firm firm = supplies.endowments().employers().found(Care.healthCentre(village), village);
                all.add(new Institution(firm, "卫生院", "一级", 40));
            }
        }
        return all;
    }
}
