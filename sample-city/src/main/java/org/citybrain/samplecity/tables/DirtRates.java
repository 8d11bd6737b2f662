package org.citybrain.samplecity.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * How often one department's system spoils a record; shares of rows, from {@code dirt.yaml}.
 *
 * @param nameTypo a sign of the name is wrong
 * @param oldIdNumber share of persons of 60 and more held under their 15-digit number
 * @param mistypedIdNumber a digit is wrong, so that the check digit fails
 * @param missingIdNumber no number
 * @param staleAddress an earlier address
 */
public record DirtRates(
        double nameTypo, double oldIdNumber, double mistypedIdNumber, double missingIdNumber, double staleAddress) {
    private static final JsonNode FILE = read();

    /** The rates of a department. */
    public static DirtRates of(String department) {
        JsonNode rates = FILE.required(department);
        return new DirtRates(
                rates.required("nameTypo").asDouble(),
                rates.required("oldIdNumber").asDouble(),
                rates.required("mistypedIdNumber").asDouble(),
                rates.required("missingIdNumber").asDouble(),
                rates.required("staleAddress").asDouble());
    }

    /** The rate of a mistake that not every department makes; 0 for one that does not make it. */
    public static double own(String department, String mistake) {
        return FILE.required(department).path(mistake).asDouble(0);
    }

    /** Share of adults whose income of a year nobody recorded. */
    public static double missingIncome() {
        return FILE.required("missingIncome").asDouble();
    }

    private static JsonNode read() {
        try (InputStream in = DirtRates.class.getResourceAsStream("/dirt.yaml")) {
            if (in == null) {
                throw new IllegalStateException("dirt.yaml is missing from this build.");
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read dirt.yaml", e);
        }
    }
}
