package org.citybrain.samplecity.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Workplaces;

/**
 * The invented population: a walk over households that ends when exactly the asked number of living residents has
 * been met. One pass, bounded memory (one number counter per birth date), any size up to a city of ten million. The
 * same seed, size, start day and divisions give the same people, numbers and events. Planted households come first
 * and are the same for every size.
 */
public final class Population implements Iterator<Livelihood> {
    private final long seed;
    private final int residents;
    private final LocalDate startDay;
    private final List<Village> villages;
    private final int[] villageEnds;
    private final Registrar registrar;
    private final Families families;
    private final Earnings earnings;
    private final Illness illness;
    private final Iterator<Livelihood> planted;
    private long met;
    private long index;

    /**
     * The people of a city.
     *
     * @param seed of all chance
     * @param residents living residents in total, at least 200
     * @param startDay the day city time starts; everything drawn happened before it
     * @param divisions the villages they live in
     */
    public Population(long seed, int residents, LocalDate startDay, Divisions divisions) {
        this.seed = seed;
        this.residents = residents;
        this.startDay = startDay;
        this.villages = divisions.villages();
        this.villageEnds = sizes(seed, villages);
        Workplaces workplaces = new Workplaces();
        this.registrar = new Registrar(seed, startDay);
        this.families = new Families(startDay);
        this.earnings = new Earnings(workplaces, startDay.getYear() - 2);
        this.illness = new Illness(workplaces, startDay);
        this.planted = new Plantings(registrar, divisions, startDay).all().iterator();
    }

    @Override
    public boolean hasNext() {
        return planted.hasNext() || met < residents;
    }

    @Override
    public Livelihood next() {
        if (!hasNext()) {
            throw new NoSuchElementException("Everybody has been met.");
        }
        Livelihood next = planted.hasNext() ? planted.next() : drawn();
        met += next.household().present().size();
        return next;
    }

    /** Living residents met so far. */
    public long met() {
        return met;
    }

    private Livelihood drawn() {
        Dice dice = Dice.of(seed, index++);
        Village village = village(dice);
        int most = (int) Math.min(Integer.MAX_VALUE, residents - met);
        Household household = registrar.enter(dice, village, families.draw(dice), most);
        List<Income> incomes = earnings.draw(dice, household);
        List<String> plans = plans(household, incomes);
        List<Bill> bills = illness.draw(dice, household, incomes, plans);
        return new Livelihood(household, incomes, bills, aids(dice, household, incomes), plans, "");
    }

    private List<String> plans(Household household, List<Income> incomes) {
        List<String> plans = new ArrayList<>();
        for (Resident resident : household.present()) {
            boolean employee = incomes.stream()
                    .anyMatch(i -> i.resident().equals(resident)
                            && (i.source() == Income.Source.WAGE
                                    || i.source() == Income.Source.PENSION && i.cents() > 1_500_000));
            plans.add(employee ? "职工" : "居民");
        }
        return plans;
    }

    private List<Aid> aids(Dice dice, Household household, List<Income> incomes) {
        List<Resident> present = household.present();
        long income = incomes.stream()
                .filter(i -> i.year() == startDay.getYear() - 1)
                .mapToLong(Income::cents)
                .sum();
        long perHead = income / present.size();
        if (perHead > 700_000 || !dice.chance(0.4)) {
            return List.of();
        }
        Resident head = present.getFirst();
        boolean alone = present.size() == 1 && head.ageAtEndOf(startDay.getYear()) >= 65;
        String kind = alone ? "特困" : dice.chance(0.85) ? "低保" : "临时";
        long monthly = dice.between(320, 760) * 100L * (alone ? 2 : 1);
        return List.of(new Aid(head, kind, monthly, startDay.minusDays(dice.between(40, 1200))));
    }

    private Village village(Dice dice) {
        int at = dice.below(villageEnds[villageEnds.length - 1]);
        int low = 0;
        int high = villageEnds.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (villageEnds[middle] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return villages.get(low);
    }

    /** Running totals of the villages' relative sizes: neighbourhoods of towns are larger. */
    private static int[] sizes(long seed, List<Village> villages) {
        int[] ends = new int[villages.size()];
        int total = 0;
        for (int i = 0; i < ends.length; i++) {
            Dice dice = Dice.of(seed, Long.parseLong(villages.get(i).code()), 2);
            total += villages.get(i).isUrban() ? dice.between(120, 420) : dice.between(40, 180);
            ends[i] = total;
        }
        return ends;
    }
}
