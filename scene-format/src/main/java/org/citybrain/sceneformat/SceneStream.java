package org.citybrain.sceneformat;

import java.util.List;

/**
 * One Flink SQL file: a single INSERT INTO candidates. The id is the file name without its ending.
 *
 * @param resources the resources its text names; the binding check is made on Flink's resolved plan
 */
public record SceneStream(String id, String file, String sql, List<String> resources) {
    public SceneStream {
        resources = List.copyOf(resources);
    }
}
