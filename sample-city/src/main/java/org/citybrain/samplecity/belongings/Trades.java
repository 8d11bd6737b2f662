package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Household;
import org.citybrain.samplecity.population.Resident;

/** The shops, small companies and cooperatives that households own: about one household in eight. */
final class Trades {
    private static final List<List<String>> SHOPS = Words.parts("trade");
    private static final List<List<String>> COMPANIES = Words.parts("company-trade");
    private final Employers employers;
    private final LocalDate startDay;

    Trades(Employers employers, LocalDate startDay) {
        this.employers = employers;
        this.startDay = startDay;
    }

    Optional<Trade> draw(Dice dice, Household household) {
        Resident owner = household.present().getFirst();
        int age = owner.ageAtEndOf(startDay.getYear());
        if (age < 22 || age > 66 || !dice.chance(household.village().isUrban() ? 0.17 : 0.13)) {
            return Optional.empty();
        }
        LocalDate founded = startDay.minusDays(dice.between(20, 5_000));
        boolean closed = founded.isBefore(startDay.minusDays(400)) && dice.chance(0.08);
        int form = dice.weighted(80, 14, 6);
        List<String> what = dice.pick(form == 0 ? SHOPS : COMPANIES);
        String name = name(dice, household.village(), form, what.get(0));
        Firm firm = new Firm(
                employers.nextNumber(),
                form == 0 ? Firm.Kind.SOLE_TRADER : form == 1 ? Firm.Kind.COMPANY : Firm.Kind.COOPERATIVE,
                name,
                household.village(),
                household.village().address(dice.between(1, 180)),
                form == 2 ? "农业" : what.get(1),
                founded);
        return Optional.of(new Trade(
                firm,
                owner,
                Trade.Sells.of(
                        what.size() > 2 ? what.get(2) : form == 1 && what.get(0).equals("物流") ? "T" : "-"),
                Math.round(dice.skewed(form == 1 ? 900_000 : 160_000, 0.9)) * 100,
                closed ? startDay.minusDays(dice.between(5, 380)) : null));
    }

    private static String name(Dice dice, Village village, int form, String what) {
        String own = village.county() + (form == 1 ? "" : village.town()) + dice.pick(Words.list("trade-name"));
        return switch (form) {
            case 0 -> own + what;
            case 1 -> own + what + "有限公司";
            default -> own + dice.pick(Words.list("cooperative-trade")) + "专业合作社";
        };
    }
}
