package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Household;
import org.citybrain.samplecity.population.Resident;

/** Chronic diseases and visits to the doctor: the old are ill oftener, most go to the health centre of their town. */
public final class Care {
    private static final String HEALTH_CENTRE = "卫生院";
    private final long seed;
    private final LocalDate startDay;

    Care(long seed, LocalDate startDay) {
        this.seed = seed;
        this.startDay = startDay;
    }

    /** The name of the health centre of the village's town. */
    public static String healthCentre(Village village) {
        return village.county() + village.town() + HEALTH_CENTRE;
    }

    /** A person's chronic disease, the same whoever asks; empty for the healthy. */
    public Optional<String> chronic(Resident resident) {
        int age = resident.ageAtEndOf(startDay.getYear());
        Dice dice = Dice.of(seed, resident.personNo(), 35);
        double rate = age < 35 ? 0.005 : age < 50 ? 0.06 : age < 65 ? 0.2 : 0.38;
        return dice.chance(rate)
                ? Optional.of(Words.list("chronic").get(dice.weighted(50, 24, 9, 7, 6, 4)))
                : Optional.empty();
    }

    List<Visit> draw(Dice dice, Household household) {
        List<Visit> visits = new ArrayList<>();
        for (Resident resident : household.present()) {
            int age = resident.ageAtEndOf(startDay.getYear());
            double rate = age < 7 ? 0.45 : age < 45 ? 0.22 : age < 60 ? 0.32 : 0.5;
            while (dice.chance(rate)) {
                visits.add(visit(dice, household.village(), resident));
                rate *= 0.6;
            }
        }
        return visits;
    }

    private Visit visit(Dice dice, Village village, Resident patient) {
        boolean near = dice.chance(0.6);
        String institution = near ? healthCentre(village) : dice.pick(Words.list("hospital"));
        Optional<String> chronic = chronic(patient);
        String diagnosis =
                chronic.isPresent() && dice.chance(0.5) ? chronic.get() : dice.pick(Words.list("outpatient-diagnosis"));
        LocalDate day = startDay.minusDays(dice.between(1, 300));
        LocalDate born = patient.birthDate();
        return new Visit(
                patient,
                institution,
                diagnosis,
                day.isBefore(born) ? born : day,
                dice.between(480, 1_050),
                Math.round(dice.skewed(near ? 62 : 190, 0.7)) * 100,
                dice.chance(0.6));
    }
}
