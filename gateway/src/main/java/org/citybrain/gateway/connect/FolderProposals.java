package org.citybrain.gateway.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.gateway.declared.Descriptions;
import org.citybrain.gateway.folder.CsvReading;
import org.citybrain.gateway.folder.FolderDescription;
import org.citybrain.gateway.folder.FolderSource;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.schema.FieldSpec;
import org.jspecify.annotations.Nullable;

/** Reads proposals from a folder of CSV and XLSX files. */
final class FolderProposals {
    private static final int SAMPLE = 1_000;

    private FolderProposals() {}

    /**
     * Proposals for every file that has a header.
     *
     * @throws ConfigException when the folder cannot be read or holds no such file
     */
    static List<Proposal> of(Path folder, String department) {
        requireReadableDescription(folder);
        try {
            List<Proposal> proposals = new ArrayList<>();
            for (Path file : FolderSource.files(folder)) {
                String name = folder.relativize(file).toString();
                CsvReading reading = CsvReading.read(file, name);
                if (reading.columns().isEmpty()) {
                    System.out.println("! " + name + ": "
                            + reading.findings().getFirst().message().en());
                } else {
                    proposals.add(proposal(reading, name, department + "." + FolderSource.slug(folder, file)));
                }
            }
            if (proposals.isEmpty()) {
                throw new ConfigException("The folder " + folder + " has no CSV or XLSX file with a header.");
            }
            return proposals;
        } catch (IOException e) {
            throw new ConfigException("Cannot read the folder " + folder + ": " + e.getMessage());
        }
    }

    /** A description that says something else than was meant would turn declared tables into guessed ones. */
    private static void requireReadableDescription(Path folder) {
        Path file = folder.resolve(FolderDescription.FILE);
        if (!Files.exists(file)) {
            return;
        }
        try {
            Descriptions.read(file, FolderDescription.class);
        } catch (IOException e) {
            throw new ConfigException(
                    "交付说明不能使用，请更正后再接入 · The description cannot be used; mend it and connect again: " + e.getMessage());
        }
    }

    private static Proposal proposal(CsvReading reading, String name, String resource) {
        List<FieldSpec> fields = reading.schema(reading.guessKey()).fields();
        List<List<@Nullable String>> sample = new ArrayList<>();
        reading.rows().stream().limit(SAMPLE).forEach(row -> sample.add(new ArrayList<@Nullable String>(row.values())));
        return new Proposal(
                resource,
                name,
                reading.rows().size(),
                reading.badRows(),
                fields,
                ElementGuesses.of(fields, sample),
                reading.encoding());
    }
}
