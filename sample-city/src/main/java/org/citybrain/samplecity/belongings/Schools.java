package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Resident;

/** Schools of the towns (kindergarten, primary, middle) and of the counties (two high, one vocational). */
public final class Schools {
    /** Age on 31 August at which a child may enter kindergarten. */
    public static final int YOUNGEST = 3;
    /** Age on 31 August in the last year of high school. */
    public static final int OLDEST = 17;

    private static final int[] FIRST_GRADES = {0, 3, 9, 12, 12};
    private static final int TOWN_LEVELS = 3;
    private final List<School> all = new ArrayList<>();
    private final Map<String, Integer> firstOfTown = new HashMap<>();
    private final Map<String, Integer> firstOfCounty = new HashMap<>();
    private final LocalDate yearBegan;

    Schools(Divisions divisions, Employers employers, LocalDate startDay) {
        LocalDate september = LocalDate.of(startDay.getYear(), 9, 1);
        this.yearBegan = september.isAfter(startDay) ? september.minusYears(1) : september;
        List<String> names = Words.list("school-name");
        for (Village village : divisions.villages()) {
            if (!firstOfCounty.containsKey(village.countyCode())) {
                firstOfCounty.put(village.countyCode(), all.size());
                add(3, village.county() + names.get(3), village, employers);
                add(3, village.county() + names.get(4), village, employers);
                add(4, village.county() + names.get(5), village, employers);
            }
            String town = village.code().substring(0, 9);
            if (!firstOfTown.containsKey(town)) {
                firstOfTown.put(town, all.size());
                for (int level = 0; level < TOWN_LEVELS; level++) {
                    add(level, village.county() + village.town() + names.get(level), village, employers);
                }
            }
        }
    }

    private void add(int level, String name, Village village, Employers employers) {
        String code = "36099" + String.valueOf(100_001 + all.size()).substring(1);
        all.add(new School(code, level, employers.found(name, village), village));
    }

    /** All schools. */
    public List<School> all() {
        return all;
    }

    /** Where a child of the village goes to school this year, when it is of school age and goes. */
    Optional<Schooling> of(Dice dice, Village village, Resident child, Resident guardian) {
        int age = (int) ChronoUnit.YEARS.between(child.birthDate(), yearBegan.minusDays(1));
        if (age < YOUNGEST || age > OLDEST || !dice.chance(age < 6 ? 0.85 : age < 15 ? 0.995 : 0.93)) {
            return Optional.empty();
        }
        int grade = age - YOUNGEST;
        School school;
        if (age < 15) {
            int level = age < 6 ? 0 : age < 12 ? 1 : 2;
            school = all.get(firstOfTown.getOrDefault(village.code().substring(0, 9), 0) + level);
        } else {
            school = all.get(firstOfCounty.getOrDefault(village.countyCode(), 0) + dice.weighted(4, 3, 3));
        }
        LocalDate entered = yearBegan.minusYears(grade - FIRST_GRADES[school.level()]);
        return Optional.of(new Schooling(child, guardian, school, grade, entered));
    }
}
