package org.citybrain.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One table, one room: the SQL of a room names only the schema of its own name. */
class OwnSchemaTest {

    private static final Path SOURCES = Path.of("src/main/java/org/citybrain/platform");
    private static final Pattern TABLE = Pattern.compile(
            "(?i)\\b(?:from|join|into|update|truncate|table|index\\s+\\w+\\s+on)\\s+([a-z_]+)\\.[a-z_]");

    @Test
    void aRoomsSqlNamesOnlyItsOwnSchema() throws IOException {
        List<String> foreign = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Path relative = SOURCES.relativize(file);
                if (relative.getNameCount() > 1) {
                    check(file, relative.getName(0).toString(), foreign);
                }
            }
        }
        assertThat(foreign).isEmpty();
    }

    @Test
    void aRoomsMigrationsNameOnlyItsOwnSchema() throws IOException {
        List<String> foreign = new ArrayList<>();
        Path migrations = Path.of("src/main/resources/db/migration");
        try (Stream<Path> files = Files.walk(migrations)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".sql")).toList()) {
                check(file, migrations.relativize(file).getName(0).toString(), foreign);
            }
        }
        assertThat(foreign).isEmpty();
    }

    /** Two builders may have taken the same number at once; the city would then not start. */
    @Test
    void everyMigrationOfARoomHasANumberOfItsOwn() throws IOException {
        Path migrations = Path.of("src/main/resources/db/migration");
        try (Stream<Path> files = Files.walk(migrations)) {
            List<String> numbers = files.filter(path -> path.toString().endsWith(".sql"))
                    .map(file -> migrations.relativize(file).toString().replaceFirst("__.*", ""))
                    .toList();
            assertThat(numbers).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private static void check(Path file, String room, List<String> foreign) throws IOException {
        String text = Files.readString(file)
                .replaceAll("(?m)^(import|package) .*$", "")
                .replaceAll("(?m)^\\s*(\\*|//|--).*$", "");
        Matcher table = TABLE.matcher(text);
        while (table.find()) {
            boolean schema = Files.isDirectory(Path.of("src/main/resources/db/migration", table.group(1)));
            if (schema && !table.group(1).equals(room)) {
                foreign.add(file + " names " + table.group());
            }
        }
    }
}
