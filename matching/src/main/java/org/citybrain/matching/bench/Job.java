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
 * @param model file of a model learnt before; empty: learn
 * @param rulings file of stewards' rulings, or empty
 */
record Job(String name, MatchSchema schema, List<Path> inputs, String truth, String model, String rulings) {
    Job {
        inputs = List.copyOf(inputs);
    }

    Job(String name, MatchSchema schema, List<Path> inputs, String truth) {
        this(name, schema, inputs, truth, "", "");
    }

    /** The same with a saved model and rulings, each a file or empty. */
    Job with(String savedModel, String rulingsFile) {
        return new Job(name, schema, inputs, truth, savedModel, rulingsFile);
    }
}
