package org.citybrain.launcher.story;

import java.sql.SQLException;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.walk.Walk;
import org.citybrain.samplecity.population.StoryHousehold;
import org.citybrain.samplecity.story.Stories;

/** Writes settlements into the health-insurance department's own database, as its settlement system does. */
record Hospital(Walk walk) {

    static Hospital of(Walk walk) {
        return new Hospital(walk);
    }

    /** Writes the household's coming bill for its head and returns the bill's number. */
    long writeBill(TruthHousehold household) {
        try (Stories stories = new Stories(walk.config())) {
            StoryHousehold planted = StoryHousehold.find(household.story()).orElseThrow();
            Long number = stories.bill(planted, stories.today()).settlementNo();
            if (number == null) {
                throw new DoorFailure("the sample city wrote no bill for " + household.story());
            }
            return number;
        } catch (SQLException e) {
            throw new DoorFailure("the department's database refused the bill: " + e.getMessage(), e);
        }
    }

    void reverse(long bill) {
        try (Stories stories = new Stories(walk.config())) {
            stories.reverse(bill);
        } catch (SQLException e) {
            throw new DoorFailure("the department's database refused the reversal: " + e.getMessage(), e);
        }
    }
}
