package org.citybrain.gateway.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citybrain.gateway.declared.Descriptions;
import org.citybrain.gateway.folder.CsvReading;
import org.citybrain.gateway.folder.DeclaredReading;
import org.citybrain.gateway.folder.FolderDescription;
import org.citybrain.gateway.folder.FolderSource;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.schema.FieldSpec;
import org.jspecify.annotations.Nullable;

/** Reads proposals from a folder of CSV and XLSX files. */
final class FolderProposals {
    private static final int SAMPLE = 1_000;

    private FolderProposals() {}

    /**
     * Proposals for every table that the folder's description declares, and for every other file that has a header.
     *
     * @throws ConfigException when the folder cannot be read or holds nothing of the kind
     */
    static List<Proposal> of(Path folder, String department) {
        FolderDescription description = description(folder);
        try {
            List<Path> files = FolderSource.files(folder);
            List<Proposal> proposals = new ArrayList<>();
            Set<Path> declared = new HashSet<>();
            for (FolderDescription.Table table :
                    description == null ? List.<FolderDescription.Table>of() : description.tables()) {
                declared.addAll(table.whole(folder, files).values());
                declared.addAll(table.changed(folder, files).values());
                proposals.add(declared(table, DeclaredReading.of(table, folder, files), folder, department));
            }
            for (Path file : files) {
                if (!declared.contains(file)) {
                    plain(file, folder, department).ifPresent(proposals::add);
                }
            }
            if (proposals.isEmpty()) {
                throw new ConfigException("文件夹 " + folder + " 中没有带表头的 CSV 或 XLSX 文件 · The folder " + folder
                        + " has no CSV or XLSX file with a header.");
            }
            return proposals;
        } catch (IOException e) {
            throw new ConfigException(
                    "读不出文件夹 " + folder + " · Cannot read the folder " + folder + ": " + e.getMessage());
        }
    }

    /** A description that says something else than was meant would turn declared tables into guessed ones. */
    private static @Nullable FolderDescription description(Path folder) {
        Path file = folder.resolve(FolderDescription.FILE);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return Descriptions.read(file, FolderDescription.class);
        } catch (IOException e) {
            throw new ConfigException(
                    "交付说明不能使用，请更正后再接入 · The description cannot be used; mend it and connect again: " + e.getMessage());
        }
    }

    private static Proposal declared(
            FolderDescription.Table table, DeclaredReading reading, Path folder, String department) {
        Path file = reading.file();
        if (file == null) {
            System.out.println("! " + table.table() + ": 还没有交付文件 " + table.file() + " · no file " + table.file()
                    + " was delivered yet");
        } else {
            tell(folder.relativize(file).toString(), reading.findings());
        }
        List<FieldSpec> fields = reading.schema().fields();
        return new Proposal(
                department + "." + table.table(),
                table.table(),
                reading.rows(),
                reading.badRows(),
                fields,
                ElementGuesses.of(fields, reading.sample()),
                table.file());
    }

    private static Optional<Proposal> plain(Path file, Path folder, String department) {
        String name = folder.relativize(file).toString();
        CsvReading reading = CsvReading.read(file, name);
        if (reading.columns().isEmpty()) {
            tell(name, reading.findings());
            return Optional.empty();
        }
        return Optional.of(proposal(reading, name, department + "." + FolderSource.slug(folder, file)));
    }

    /** The first finding of a file: it is told in full once the exchange runs. */
    private static void tell(String name, List<Finding> findings) {
        findings.stream()
                .findFirst()
                .ifPresent(found -> System.out.println("! " + name + ": "
                        + found.message().zh() + " · " + found.message().en()));
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
