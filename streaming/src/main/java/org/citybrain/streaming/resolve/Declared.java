package org.citybrain.streaming.resolve;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citybrain.matching.desk.MatchDesk;
import org.citybrain.matching.schema.SchemaFile;

/**
 * A set of records to resolve.
 *
 * @param set its word
 * @param config the declaration, as YAML
 * @param model file with the saved model, readable where the job runs
 * @param atEnd whether entities are told once, after the last record: for bounded inputs
 */
public record Declared(String set, String config, String model, boolean atEnd) implements Serializable {

    MatchDesk desk() {
        try {
            return new MatchDesk(SchemaFile.parse(config), Files.readAllBytes(Path.of(model)));
        } catch (IOException e) {
            throw new UncheckedIOException("没有模型 · no model at " + model, e);
        }
    }
}
