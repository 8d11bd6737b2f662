package org.citybrain.sceneformat;

import java.util.List;

/**
 * A BPMN 2.0 process. The id is both the file name and the id of the process element.
 *
 * @param userTasks ids of the user tasks in document order
 * @param activities ids of all flow elements
 */
public record ProcessModel(String id, String file, String bpmn, List<String> userTasks, List<String> activities) {
    public ProcessModel {
        userTasks = List.copyOf(userTasks);
        activities = List.copyOf(activities);
    }
}
