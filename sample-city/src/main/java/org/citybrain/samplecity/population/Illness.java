package org.citybrain.samplecity.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Workplaces;

/**
 * Hospital stays: frequent for the old, skewed in cost. Relief funds take over most of what would ruin a household
 * (大病保险, 医疗救助), so that a burden above the line is rare among those nobody planted.
 */
final class Illness {
    private static final double RELIEF_REACHES = 0.9;
    private final Workplaces workplaces;
    private final LocalDate startDay;

    Illness(Workplaces workplaces, LocalDate startDay) {
        this.workplaces = workplaces;
        this.startDay = startDay;
    }

    /** The bills of last year and of this year before the start, by day of settlement within each person. */
    List<Bill> draw(Dice dice, Household household, List<Income> incomes, List<String> plans) {
        List<Bill> bills = new ArrayList<>();
        Map<Integer, Long> paid = new TreeMap<>();
        List<Resident> present = household.present();
        for (int i = 0; i < present.size(); i++) {
            boolean employee = plans.get(i).equals("职工");
            for (int year = startDay.getYear() - 1; year <= startDay.getYear(); year++) {
                double rate = rate(present.get(i).ageAtEndOf(year));
                while (dice.chance(rate) && present.get(i).ageAtEndOf(year) > 0) {
                    int billYear = year;
                    long income = incomes.stream()
                            .filter(x -> x.year() == billYear - 1)
                            .mapToLong(Income::cents)
                            .sum();
                    long already = paid.getOrDefault(year, 0L);
                    Bill bill = bill(dice, present.get(i), year, employee, income - already);
                    paid.put(year, already + bill.selfPaidCents());
                    bills.add(bill);
                    rate *= 0.4;
                }
            }
        }
        return bills;
    }

    private static double rate(int age) {
        return age < 7 ? 0.09 : age < 40 ? 0.04 : age < 60 ? 0.09 : 0.22;
    }

    private Bill bill(Dice dice, Resident patient, int year, boolean employee, long incomeLeft) {
        long total = Math.round(Math.min(dice.skewed(6_200, 0.8), 260_000) * 100);
        double share = employee ? 0.16 + 0.12 * dice.share() : 0.3 + 0.15 * dice.share();
        long self = Math.round(total * share);
        if (self > incomeLeft && dice.chance(RELIEF_REACHES)) {
            self = Math.round(self * 0.15);
        }
        LocalDate settled = day(dice, patient, year);
        boolean costly = total > 4_000_000;
        int nights = costly ? dice.between(9, 40) : dice.between(2, 14);
        return new Bill(
                patient,
                workplaces.hospital(dice),
                workplaces.diagnosis(dice, costly),
                settled.minusDays(nights),
                settled,
                total,
                self,
                dice.chance(0.005),
                "");
    }

    private LocalDate day(Dice dice, Resident patient, int year) {
        int days = year == startDay.getYear() ? startDay.getDayOfYear() - 1 : 365;
        LocalDate day = LocalDate.ofYearDay(year, 1 + dice.below(Math.max(1, days)));
        return day.isBefore(patient.birthDate()) ? patient.birthDate().plusDays(3) : day;
    }
}
