package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Household;
import org.citybrain.samplecity.population.Member;
import org.citybrain.samplecity.population.Resident;
import org.jspecify.annotations.Nullable;

/** Where households live and what they own there: farmhouses on their own parcels, flats in estates, some second flats. */
final class Homes {
    private static final long TEN_THOUSAND_YUAN = 1_000_000;
    private final Estates estates;
    private final LocalDate startDay;
    private final Map<String, Integer> parcels = new HashMap<>();
    private @Nullable Resident lastOwner;
    private long flats;

    Homes(Estates estates, LocalDate startDay) {
        this.estates = estates;
        this.startDay = startDay;
    }

    List<Home> draw(Dice dice, Household household, List<Job> jobs) {
        List<Home> homes = new ArrayList<>(2);
        boolean urban = household.village().isUrban();
        if (dice.chance(urban ? 0.72 : 0.94)) {
            homes.add(urban ? flat(dice, household, jobs) : farmhouse(dice, household));
        }
        if (dice.chance(urban ? 0.10 : 0.07)) {
            homes.add(flat(dice, household, jobs));
        }
        return homes;
    }

    /** A flat nobody has bought yet. */
    Home unsold(Dice dice, Estate estate) {
        return flat(dice, estate, List.of(), null, startDay.minusDays(dice.between(60, 900)), null);
    }

    private Home farmhouse(Dice dice, Household household) {
        Village village = household.village();
        int parcel = parcels.merge(village.code(), 1, Integer::sum);
        String parcelCode =
                village.code() + "JC" + String.valueOf(100_000 + parcel).substring(1);
        LocalDate built = startDay.minusDays(dice.between(700, 14_000));
        return new Home(
                village,
                null,
                parcelCode,
                parcelCode + "F00010001",
                household.address(),
                1,
                dice.between(80, 280) * 100,
                built,
                List.of(household.present().getFirst()),
                null,
                built.plusDays(dice.between(100, 600)),
                0,
                null);
    }

    private Home flat(Dice dice, Household household, List<Job> jobs) {
        Estate estate = estates.pick(dice, household.village());
        Resident seller = dice.chance(0.4) ? lastOwner : null;
        List<Resident> owners = owners(dice, household);
        LocalDate acquired = startDay.minusDays(dice.between(20, 7_500));
        boolean borrowed = acquired.isAfter(startDay.minusYears(18)) && !jobs.isEmpty() && dice.chance(0.6);
        boolean fund = borrowed && jobs.stream().anyMatch(j -> j.saves() && owners.contains(j.resident()));
        int months = dice.between(10, 30) * 12;
        Home.Loan loan =
                borrowed ? new Home.Loan(dice.pick(Words.list("bank")), fund && dice.chance(0.7), 0, months) : null;
        lastOwner = owners.getFirst();
        return flat(dice, estate, owners, seller, acquired, loan);
    }

    private Home flat(
            Dice dice,
            Estate estate,
            List<Resident> owners,
            @Nullable Resident seller,
            LocalDate acquired,
            Home.@Nullable Loan loan) {
        int building = dice.between(1, 12);
        int floor = dice.between(1, 18);
        int room = floor * 100 + dice.between(1, 4);
        int area = dice.between(6_000, 15_500);
        long price = area * (long) dice.between(3_600, 8_200) / 100 * 100;
        String unit = estate.parcelCode() + "F"
                + String.valueOf(100_000_000 + ++flats).substring(1);
        int lentPercent = dice.between(30, 70);
        return new Home(
                estate.village(),
                estate,
                estate.parcelCode(),
                unit,
                estate.village().address(building) + estate.name() + building + "栋" + room + "室",
                floor,
                area,
                acquired.minusDays(dice.between(30, seller == null ? 700 : 5_000)),
                owners,
                seller,
                acquired,
                price,
                loan == null ? null : lent(loan, price * lentPercent / 100));
    }

    /** Banks lend whole ten thousands of yuan. */
    private static Home.Loan lent(Home.Loan loan, long cents) {
        return new Home.Loan(
                loan.lender(), loan.ofFund(), cents / TEN_THOUSAND_YUAN * TEN_THOUSAND_YUAN, loan.months());
    }

    private static List<Resident> owners(Dice dice, Household household) {
        Resident head = household.present().getFirst();
        Optional<Resident> spouse = household.members().stream()
                .filter(m -> m.isPresent() && m.relation().equals("配偶"))
                .map(Member::resident)
                .findFirst();
        return spouse.isPresent() && dice.chance(0.45) ? List.of(head, spouse.get()) : List.of(head);
    }
}
