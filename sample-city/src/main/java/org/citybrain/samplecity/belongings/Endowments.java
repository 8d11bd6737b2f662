package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.population.Household;
import org.citybrain.samplecity.population.Income;
import org.citybrain.samplecity.population.Livelihood;
import org.citybrain.samplecity.population.Resident;

/**
 * Draws what each household has. Chance of its own decides, so that households, incomes and bills are the same with or
 * without it; numbers are given in the order of asking, so one instance serves one walk.
 */
public final class Endowments {
    private static final int DRIVING_AGE = 18;
    private static final int LAST_DRIVING_AGE = 70;
    private final long seed;
    private final LocalDate startDay;
    private final Employers employers;
    private final Schools schools;
    private final Estates estates;
    private final Homes homes;
    private final Vehicles vehicles;
    private final Trades trades;
    private final Care care;

    /** Endowments of the city of a seed that starts on a day. */
    public Endowments(long seed, LocalDate startDay, Divisions divisions) {
        this.seed = seed;
        this.startDay = startDay;
        this.employers = new Employers(seed, startDay);
        this.schools = new Schools(divisions, employers, startDay);
        this.estates = new Estates(seed, divisions, employers);
        this.homes = new Homes(estates, startDay);
        this.vehicles = new Vehicles(startDay);
        this.trades = new Trades(employers, startDay);
        this.care = new Care(seed, startDay);
    }

    /** What the household has. */
    public Belongings of(Livelihood life) {
        Household household = life.household();
        Dice dice = Dice.of(seed, Long.parseLong(household.number()), 36);
        employers.met(household.present().getFirst(), household.village());
        List<Job> jobs = jobs(dice, life);
        List<Home> owned = homes.draw(dice, household, jobs);
        List<Resident> drivers = drivers(dice, household);
        List<Vehicle> driven =
                new ArrayList<>(vehicles.draw(dice, drivers, household.village().isUrban()));
        Optional<Trade> trade = trades.draw(dice, household);
        trade.filter(t -> t.sells() == Trade.Sells.TRANSPORT)
                .ifPresent(t -> driven.add(vehicles.ofFirm(dice, t.firm(), true)));
        List<Schooling> schoolings = new ArrayList<>();
        Resident head = household.present().getFirst();
        for (Resident child : household.present()) {
            if (child.ageAtEndOf(startDay.getYear()) <= Schools.OLDEST + 1 && !child.equals(head)) {
                schools.of(dice, household.village(), child, head).ifPresent(schoolings::add);
            }
        }
        return new Belongings(life, jobs, owned, drivers, driven, trade, schoolings, care.draw(dice, household));
    }

    private List<Job> jobs(Dice dice, Livelihood life) {
        List<Job> jobs = new ArrayList<>();
        for (Income income : life.incomes()) {
            if (income.source() == Income.Source.WAGE && income.year() == startDay.getYear() - 1) {
                Resident resident = income.resident();
                Firm firm =
                        employers.hire(resident, income.from(), life.household().village(), income.cents());
                boolean fund =
                        !firm.isBusiness() || Dice.of(seed, firm.number(), 37).chance(0.45);
                LocalDate since = startDay.minusDays(dice.between(400, 3_600));
                LocalDate sixteen = resident.birthDate().plusYears(16);
                jobs.add(new Job(
                        resident,
                        firm,
                        income.cents(),
                        since.isBefore(sixteen) ? sixteen : since,
                        fund && dice.chance(0.9)));
            }
        }
        return jobs;
    }

    private List<Resident> drivers(Dice dice, Household household) {
        List<Resident> drivers = new ArrayList<>();
        for (Resident resident : household.present()) {
            LocalDate from = resident.birthDate().plusYears(DRIVING_AGE);
            boolean young = resident.ageAtEndOf(startDay.getYear()) <= LAST_DRIVING_AGE;
            if (young && from.isBefore(startDay.minusDays(90)) && dice.chance(resident.male() ? 0.58 : 0.34)) {
                drivers.add(resident);
            }
        }
        return drivers;
    }

    /** Employers as met so far. */
    public Employers employers() {
        return employers;
    }

    /** The schools. */
    public Schools schools() {
        return schools;
    }

    /** The estates. */
    public Estates estates() {
        return estates;
    }

    /** Chronic diseases. */
    public Care care() {
        return care;
    }

    /** Flats that developers still own: one for about every {@code residentsAFlat} residents. */
    public List<Home> unsold(long residents, int residentsAFlat) {
        Dice dice = Dice.of(seed, residents, 38);
        List<Home> unsold = new ArrayList<>();
        for (long i = 0; i <= residents / residentsAFlat; i++) {
            unsold.add(homes.unsold(dice, dice.pick(estates.all())));
        }
        return unsold;
    }

    /** The vehicles of an employer: one for about ten people, more at a carrier. */
    public List<Vehicle> fleet(Staff staff) {
        Dice dice = Dice.of(seed, staff.firm().number(), 39);
        boolean carrier = staff.firm().industry().equals("道路运输业");
        double share = staff.people() * (carrier ? 0.4 : 0.06);
        int count = (int) share + (dice.chance(share - (int) share) ? 1 : 0);
        List<Vehicle> fleet = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fleet.add(vehicles.ofFirm(dice, staff.firm(), carrier && dice.chance(0.8)));
        }
        return fleet;
    }
}
