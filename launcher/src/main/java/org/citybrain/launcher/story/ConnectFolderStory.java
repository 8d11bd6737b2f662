package org.citybrain.launcher.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** A folder of CSV files, some packed, is taken in; every file's rows are counted against an independent count. */
public final class ConnectFolderStory implements Story {

    private static final String DEPARTMENT = "linkage";

    @Override
    public String name() {
        return "connect-folder";
    }

    @Override
    public String title() {
        return "接入 CSV 文件夹 · a folder of CSV files, every row counted";
    }

    @Override
    public void walk(Walk walk) throws Exception {
        Path folder = Connecting.shared(walk, "data/linkage");
        List<Long> expected = counts(folder);
        walk.expectThat("文件可读 files to take in", !expected.isEmpty(), expected.size());

        walk.expect("接入命令 connect ends well", 0, Connecting.connect(walk, folder.toString(), DEPARTMENT));
        walk.awaitSame(
                "每个文件的行数相同 each file's rows as in the folder",
                Connecting.TAKEN_IN,
                expected,
                () -> Connecting.takenIn(walk, DEPARTMENT).values().stream()
                        .sorted()
                        .toList());
    }

    /** Data rows of each CSV file, sorted: quoted line breaks do not end a row. */
    private static List<Long> counts(Path folder) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*\\.csv(\\.gz)?"))
                    .toList()) {
                counts.put(file.toString(), rows(file));
            }
        }
        return counts.values().stream().sorted().collect(Collectors.toList());
    }

    private static long rows(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.ISO_8859_1))) {
            long rows = 0;
            boolean quoted = false;
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                quoted ^= line.chars().filter(letter -> letter == '"').count() % 2 == 1;
                rows += quoted || line.isBlank() ? 0 : 1;
            }
            return rows - 1;
        }
    }
}
