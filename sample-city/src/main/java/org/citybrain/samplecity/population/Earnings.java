package org.citybrain.samplecity.population;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Workplaces;
import org.citybrain.samplecity.population.Income.Source;

/**
 * What people live on: wages by employer, pensions from 60, farming and odd work, much lower in villages. Everybody of
 * 16 and more gets at least one row a year, an explicit nothing included, so that a missing row means "nobody knows".
 */
final class Earnings {
    private static final int ADULT_FOR_SURE = 16;
    private static final long LEAST_CENTS = 400_000;
    private final Workplaces workplaces;
    private final int firstYear;

    Earnings(Workplaces workplaces, int firstYear) {
        this.workplaces = workplaces;
        this.firstYear = firstYear;
    }

    /** Incomes of the household's present members in {@code firstYear} and the year after. */
    List<Income> draw(Dice dice, Household household) {
        List<Income> incomes = new ArrayList<>();
        for (Resident resident : household.present()) {
            if (resident.ageAtEndOf(firstYear + 1) >= ADULT_FOR_SURE) {
                incomes.addAll(ofPerson(dice, household, resident));
            }
        }
        for (int year = firstYear; year <= firstYear + 1; year++) {
            support(dice, household, incomes, year);
        }
        return incomes;
    }

    private List<Income> ofPerson(Dice dice, Household household, Resident resident) {
        int age = resident.ageAtEndOf(firstYear + 1);
        boolean urban = household.village().isUrban();
        if (age >= 60) {
            return pensioner(dice, resident, urban);
        }
        if (age <= 22 && dice.chance(0.75)) {
            return bothYears(resident, Source.TRANSFER, 0, "在校无收入");
        }
        if (dice.chance(urban ? 0.72 : 0.44)) {
            Workplaces.Employer employer = workplaces.employer(dice, household.village());
            double pay = employer.yearlyPay() * (urban ? 1.0 : 0.7);
            return bothYears(resident, Source.WAGE, dice.skewed(pay, 0.35), employer.name());
        }
        if (dice.chance(0.06)) {
            return bothYears(resident, Source.TRANSFER, 0, "无收入");
        }
        return urban
                ? bothYears(resident, Source.TRANSFER, dice.skewed(21_000, 0.5), "灵活就业")
                : bothYears(resident, Source.TRANSFER, dice.skewed(14_000, 0.5), "农业经营");
    }

    private List<Income> pensioner(Dice dice, Resident resident, boolean urban) {
        boolean worked = dice.chance(urban ? 0.6 : 0.08);
        List<Income> incomes = new ArrayList<>(
                bothYears(resident, Source.PENSION, worked ? dice.skewed(32_000, 0.25) : dice.skewed(2_400, 0.2), ""));
        if (!worked && resident.ageAtEndOf(firstYear) < 76 && dice.chance(0.6)) {
            incomes.addAll(bothYears(resident, Source.TRANSFER, dice.skewed(5_000, 0.5), "农业经营"));
        }
        return incomes;
    }

    private List<Income> bothYears(Resident resident, Source source, double yuan, String from) {
        long cents = Math.round(yuan * 100);
        long before = cents * 95 / 100;
        return List.of(
                new Income(resident, source, firstYear, before, from),
                new Income(resident, source, firstYear + 1, cents, from));
    }

    /** Nobody lives on nothing: below the least, relatives send something to the head. */
    private void support(Dice dice, Household household, List<Income> incomes, int year) {
        long total = incomes.stream()
                .filter(i -> i.year() == year)
                .mapToLong(Income::cents)
                .sum();
        if (total < LEAST_CENTS) {
            Resident head = household.members().getFirst().resident();
            long cents = Math.round(dice.skewed(6_500, 0.25) * 100);
            incomes.add(new Income(head, Source.TRANSFER, year, cents, "赡养补助"));
        }
    }
}
