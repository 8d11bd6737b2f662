package org.citybrain.gateway.declared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads descriptions written in YAML. A word that means nothing is refused, so that a slip of the pen is seen. */
public final class Descriptions {
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Descriptions() {}

    /**
     * Reads a description.
     *
     * @throws IOException when the file cannot be read or says something else; its message names line and word
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return YAML.readValue(Files.readAllBytes(file), type);
        } catch (ValueInstantiationException e) {
            Throwable cause = e.getCause();
            throw new IOException(file.getFileName() + ": " + (cause == null ? e : cause).getMessage(), e);
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
            throw new IOException(file.getFileName() + line + ": " + e.getOriginalMessage(), e);
        }
    }
}
