package org.citybrain.samplecity.office;

import java.time.LocalDate;
import java.util.List;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Household;
import org.citybrain.samplecity.population.Member;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;

/** 民政局: marriages, allowances for the very old, social organisations. */
final class CivilAffairs implements Office {
    private static final int OLD_ENOUGH = 80;
    private final Supplies supplies;
    private final Stationery desk;
    private final Book marriages;
    private final Book allowances;
    private final Book organisations;
    private final List<List<String>> kinds = Words.parts("organisation");

    CivilAffairs(Supplies supplies) {
        this.supplies = supplies;
        this.desk = new Stationery(CityTables.CIVIL_AFFAIRS, supplies);
        this.marriages = desk.book("marriage");
        this.allowances = desk.book("elderly_allowance");
        this.organisations = desk.book("social_organisation");
    }

    @Override
    public void write(Belongings belongings, RowSink sink) {
        Pen pen = desk.pen(belongings, sink);
        Household household = belongings.life().household();
        Resident head = household.members().getFirst().resident();
        for (Member member : household.members()) {
            Resident resident = member.resident();
            if (member.isPresent() && member.relation().equals("配偶") && resident.male() != head.male()) {
                marriage(pen, head.male() ? head : resident, head.male() ? resident : head, household.village());
            }
            if (member.isPresent() && resident.ageAtEndOf(supplies.thisYear()) > OLD_ENOUGH) {
                allowance(pen, resident, household.village());
            }
        }
        if (head.diedOn() == null && pen.dice().chance(0.006)) {
            organisation(pen, head, household.village());
        }
    }

    private void marriage(Pen pen, Resident man, Resident woman, Village village) {
        LocalDate manMay = man.birthDate().plusYears(22);
        LocalDate womanMay = woman.birthDate().plusYears(20);
        LocalDate may = manMay.isAfter(womanMay) ? manMay : womanMay;
        LocalDate on = may.plusDays(pen.dice().between(1, 1_800));
        LocalDate last = supplies.startDay().minusDays(2);
        if (on.isAfter(last)) {
            return;
        }
        pen.write(
                marriages,
                Subject.of(man),
                "结婚",
                pen.id(man),
                pen.name(man),
                pen.id(woman),
                pen.name(woman),
                on.toString(),
                village.county() + "民政局婚姻登记处",
                "J" + village.countyCode() + "-" + on.getYear() + "-"
                        + String.valueOf(1_000_000 + marriages.last() % 1_000_000)
                                .substring(1));
    }

    private void allowance(Pen pen, Resident resident, Village village) {
        int age = resident.ageAtEndOf(supplies.thisYear());
        String amount = "0";
        LocalDate since = supplies.startDay();
        for (List<String> step : Words.parts("allowance-age")) {
            if (age > Integer.parseInt(step.get(0))) {
                amount = step.get(1);
                since = resident.birthDate().plusYears(Integer.parseInt(step.get(0)));
            }
        }
        pen.write(
                allowances,
                Subject.of(resident),
                pen.id(resident),
                pen.name(resident),
                pen.village(village),
                amount + ".00",
                since.withDayOfMonth(1).toString(),
                null,
                pen.phone(resident));
    }

    private void organisation(Pen pen, Resident head, Village village) {
        List<String> kind = pen.dice().pick(kinds);
        long number = organisations.last() + 1;
        pen.writeOnce(
                organisations,
                Subject.of(head),
                org.citybrain.samplecity.city.CreditCodes.of(kind.get(1).equals("社会团体") ? "51" : "52", number),
                village.county() + village.town() + kind.get(0),
                kind.get(1),
                pen.name(head),
                pen.id(head),
                supplies.startDay().minusDays(pen.dice().between(100, 6_000)).toString(),
                pen.village(village),
                village.address(pen.dice().between(200, 299)),
                "正常");
    }
}
