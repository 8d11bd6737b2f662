package org.citybrain.samplecity.belongings;

import java.util.List;
import java.util.Optional;
import org.citybrain.samplecity.population.Livelihood;
import org.citybrain.samplecity.population.Resident;

/**
 * A household with all that is its own.
 *
 * @param life who they are and what happened to them
 * @param jobs present employments
 * @param homes what they own; empty when they rent
 * @param drivers members with a driving licence
 * @param vehicles what they drive
 * @param trade the business the head owns, empty for most
 * @param schoolings children at school
 * @param visits visits to doctors of this year
 */
public record Belongings(
        Livelihood life,
        List<Job> jobs,
        List<Home> homes,
        List<Resident> drivers,
        List<Vehicle> vehicles,
        Optional<Trade> trade,
        List<Schooling> schoolings,
        List<Visit> visits) {
    public Belongings {
        jobs = List.copyOf(jobs);
        homes = List.copyOf(homes);
        drivers = List.copyOf(drivers);
        vehicles = List.copyOf(vehicles);
        schoolings = List.copyOf(schoolings);
        visits = List.copyOf(visits);
    }
}
