package org.citybrain.sceneformat;

import java.util.List;
import java.util.Map;

/**
 * A BPMN 2.0 process. The id is both the file name and the id of the process element.
 *
 * @param userTasks ids of the user tasks in document order
 * @param activities ids of all flow elements
 * @param uses what the process names of the scene, by kind
 */
public record ProcessModel(
        String id,
        String file,
        String bpmn,
        List<String> userTasks,
        List<String> activities,
        Map<Use, List<String>> uses) {
    /** Parts of a scene a process may name. */
    public enum Use {
        FORM,
        ROLE,
        RULE,
        DELIVERY,
        PARAMETER
    }

    public ProcessModel {
        userTasks = List.copyOf(userTasks);
        activities = List.copyOf(activities);
        uses = Map.copyOf(uses);
    }

    /** The names of one kind, in document order. */
    public List<String> names(Use use) {
        return uses.getOrDefault(use, List.of());
    }
}
