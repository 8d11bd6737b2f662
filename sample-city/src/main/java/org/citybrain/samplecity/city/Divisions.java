package org.citybrain.samplecity.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The villages of the city in the order of their codes: the real ones where their list is at hand, else invented. */
public final class Divisions {
    private final List<Village> villages;
    private final boolean real;

    private Divisions(List<Village> villages, boolean real) {
        this.villages =
                villages.stream().sorted(Comparator.comparing(Village::code)).toList();
        this.real = real;
        if (villages.isEmpty()) {
            throw new IllegalStateException("The list of divisions holds no village of this city.");
        }
    }

    /**
     * Villages of a city.
     *
     * @param cityCode four digits, e.g. 3609
     * @param shared folder with data/city/divisions; empty or without it, the bundled invented list is used
     */
    public static Divisions of(String cityCode, Optional<Path> shared) {
        Optional<Path> folder =
                shared.map(path -> path.resolve("data/city/divisions")).filter(Files::isDirectory);
        try {
            return folder.isPresent() ? real(cityCode, folder.get()) : bundled(cityCode);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the list of divisions", e);
        }
    }

    /** Whether these are the real divisions rather than the bundled invented ones. */
    public boolean isReal() {
        return real;
    }

    /** All villages by code. */
    public List<Village> villages() {
        return villages;
    }

    /** A farming village in the city's first county, where the demonstration's story plays. */
    public Village storyVillage() {
        String county = villages.getFirst().countyCode();
        List<Village> rural = villages.stream()
                .filter(v -> v.countyCode().equals(county) && !v.isUrban())
                .toList();
        return rural.get(rural.size() / 3);
    }

    private static Divisions bundled(String cityCode) throws IOException {
        List<Village> found = new ArrayList<>();
        for (List<String> row : Resources.rows("divisions-fallback.csv")) {
            if (row.get(0).startsWith(cityCode)) {
                found.add(new Village(row.get(0), row.get(1) + row.get(2), row.get(3), row.get(4), row.get(5)));
            }
        }
        return new Divisions(found, false);
    }

    private static Divisions real(String cityCode, Path folder) throws IOException {
        String cityName = names(folder.resolve("provinces.csv")).getOrDefault(cityCode.substring(0, 2), "")
                + names(folder.resolve("cities.csv")).getOrDefault(cityCode, "");
        Map<String, String> counties = names(folder.resolve("areas.csv"));
        Map<String, String> towns = names(folder.resolve("streets.csv"));
        List<Village> found = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("villages.csv.gz"))),
                StandardCharsets.UTF_8))) {
            String line;
            while ((line = in.readLine()) != null) {
                if (line.startsWith(cityCode)) {
                    List<String> row = List.of(line.split(",", -1));
                    found.add(village(row, cityName, counties, towns));
                }
            }
        }
        return new Divisions(found, true);
    }

    private static Village village(
            List<String> row, String cityName, Map<String, String> counties, Map<String, String> towns) {
        String code = row.get(0);
        return new Village(
                code,
                cityName,
                counties.getOrDefault(code.substring(0, 6), ""),
                towns.getOrDefault(code.substring(0, 9), ""),
                row.get(1));
    }

    private static Map<String, String> names(Path csv) throws IOException {
        Map<String, String> names = new HashMap<>();
        for (String line : Files.readAllLines(csv)) {
            String[] cells = line.split(",", -1);
            // some lists quote every cell, some none
            names.put(cells[0].replace("\"", ""), cells[1].replace("\"", ""));
        }
        return names;
    }
}
