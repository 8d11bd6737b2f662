package org.citybrain.matching.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Names of test persons, from the sample city's own lists. */
final class SampleNames {
    private final List<String> families = new ArrayList<>();
    private final List<String> maleSigns = new ArrayList<>();
    private final List<String> femaleSigns = new ArrayList<>();

    private SampleNames() {}

    static SampleNames read(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve("surnames.csv"))) {
            throw new PlainFailure("没有样例城市的姓名表 · the sample city's names are not there: " + folder);
        }
        SampleNames names = new SampleNames();
        for (String line : rows(folder.resolve("surnames.csv"))) {
            String[] cells = line.split(",", -1);
            for (int i = 0; i < Integer.parseInt(cells[1].strip()); i++) {
                names.families.add(cells[0]);
            }
        }
        for (String line : rows(folder.resolve("given.csv"))) {
            String[] cells = line.split(",", -1);
            List<String> signs = cells[0].startsWith("male") ? names.maleSigns : names.femaleSigns;
            cells[1].chars().filter(c -> c > 0x3000).forEach(c -> signs.add(Character.toString(c)));
        }
        return names;
    }

    private static List<String> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .toList();
    }

    String family(SplittableRandom random) {
        return one(families, random);
    }

    String given(boolean male, SplittableRandom random) {
        List<String> signs = male ? maleSigns : femaleSigns;
        String first = one(signs, random);
        return random.nextInt(100) < 15 ? first : first + one(signs, random);
    }

    /** The name with one sign of the given name replaced. */
    String mistyped(String name, SplittableRandom random) {
        int at = 1 + random.nextInt(name.length() - 1);
        String other = one(random.nextBoolean() ? maleSigns : femaleSigns, random);
        return name.substring(0, at) + other + name.substring(at + 1);
    }

    private static String one(List<String> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
