package org.citybrain.matching.bench;

import java.nio.file.Path;
import java.util.List;
import org.citybrain.matching.schema.MatchSchema;

/**
 * One thing to measure.
 *
 * @param name how the figures are headed
 * @param schema the declaration
 * @param inputs the files
 * @param truth a column, a file, or empty
 */
record Job(String name, MatchSchema schema, List<Path> inputs, String truth) {
    Job {
        inputs = List.copyOf(inputs);
    }
}
