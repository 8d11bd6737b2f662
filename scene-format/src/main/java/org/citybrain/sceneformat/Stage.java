package org.citybrain.sceneformat;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;

/**
 * One stage of a case as people see it on the case page and the wall.
 *
 * @param clock {@code machine} when seconds count, {@code legal} when a statutory term runs
 * @param due id of the parameter with the term in days; empty when no term runs
 * @param activities ids of the process activities that belong to the stage
 */
public record Stage(String id, Bilingual title, String clock, String due, List<String> activities) {
    public Stage {
        activities = List.copyOf(activities);
    }
}
