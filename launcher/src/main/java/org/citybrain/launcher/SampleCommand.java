package org.citybrain.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.launcher.city.Programs;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.WrongUsage;

/** `sample`: writes a whole city's department records as files, in a process of its own; nothing else has to run. */
record SampleCommand() implements Command {

    @Override
    public int run(List<String> words, Launch launch) throws Exception {
        Arguments arguments = Arguments.of(words, Set.of("--persons", "--out", "--home", "--seed"), Set.of("--gzip"))
                .withoutWords();
        if (!arguments.has("--persons")) {
            throw new WrongUsage("缺少 --persons · --persons N is missing");
        }
        int persons = arguments.number("--persons", 1);
        Path out = arguments
                .find("--out")
                .map(Path::of)
                .orElseGet(() -> launch.home(arguments).resolve("sample-" + persons))
                .toAbsolutePath()
                .normalize();
        Programs programs = new Programs(launch.repository(), Path.of("none"), HomeConfig.of(Map.of()));
        String[] more = wish(arguments, launch, persons, out).toArray(String[]::new);
        return new ProcessBuilder(
                        programs.java("sample-city", "org.citybrain.samplecity.SampleCityMain", "sample-files", more))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static List<String> wish(Arguments arguments, Launch launch, int persons, Path out) {
        List<String> words =
                new ArrayList<>(List.of("sample", "--persons", Integer.toString(persons), "--out", out.toString()));
        arguments.find("--seed").ifPresent(seed -> words.addAll(List.of("--seed", seed)));
        if (arguments.has("--gzip")) {
            words.add("--gzip");
        }
        if (Files.isDirectory(launch.shared())) {
            words.addAll(List.of("--shared", launch.shared().toString()));
        }
        return words;
    }
}
