package org.citybrain.matching.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.matching.columns.InputException;
import org.citybrain.matching.schema.MatchSchema;
import org.citybrain.matching.schema.SchemaException;
import org.citybrain.matching.schema.SchemaFile;

/** The program behind `bin/cb bench linkage`. */
public final class LinkageMain {
    private static final int WRONG_USAGE = 2;

    private LinkageMain() {}

    public static void main(String[] args) throws IOException {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        System.exit(run(List.of(args)));
    }

    static int run(List<String> words) throws IOException {
        if (words.contains("--help") || words.contains("-h")) {
            System.out.print(help());
            return 0;
        }
        try {
            measure(Options.of(words));
            return 0;
        } catch (WrongUsage e) {
            System.err.println(e.getMessage() + " — --help");
            return WRONG_USAGE;
        } catch (PlainFailure | SchemaException | InputException e) {
            System.err.println("✗ " + e.getMessage());
            return 1;
        } catch (NoSuchFileException e) {
            System.err.println("✗ 没有这个文件 · no such file: " + e.getMessage());
            return 1;
        } catch (AccessDeniedException e) {
            System.err.println("✗ 没有权限 · no permission for: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("✗ 读写失败 · reading or writing failed: " + e.getMessage());
            return 1;
        }
    }

    private static String help() throws IOException {
        try (InputStream text = LinkageMain.class.getResourceAsStream("/help/linkage.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void measure(Options options) throws IOException {
        Path repository = Path.of(System.getenv().getOrDefault("CB_ROOT", "."))
                .toAbsolutePath()
                .normalize();
        Map<String, Object> inputs = new HashMap<>();
        options.values().forEach((word, values) -> inputs.put(word.substring(2), String.join(" ", values)));
        Optional<Path> json = options.find("--json").map(Path::of);
        Places.check(options);
        List<Metric> metrics = new ArrayList<>();
        if (options.find("--sample").isPresent()) {
            metrics.addAll(SampleRuns.measure(options.number("--sample", 0), repository, options));
        } else {
            metrics.addAll(once(job(options, repository), options));
        }
        if (json.isPresent()) {
            Report.of(repository, SampleRuns.SEED, inputs, metrics).write(json.get());
        }
    }

    /** Does a job, prints its figures and findings and writes the files asked for. */
    static List<Metric> once(Job job, Options options) throws IOException {
        Measured measured = Measuring.measure(
                job.with(
                        options.find("--model").orElse(""),
                        options.find("--rulings").orElse("")),
                options.crew());
        List<Metric> metrics = new ArrayList<>(measured.metrics());
        if (options.has("--incremental")) {
            metrics.addAll(IncrementalRun.measure(measured, SampleRuns.SEED));
        }
        metrics.forEach(System.out::println);
        measured.result().findings().forEach(finding -> System.err.println(told(finding)));
        if (options.find("--save-model").isPresent()) {
            Files.write(
                    Path.of(options.find("--save-model").orElseThrow()),
                    measured.file().bytes(job.schema()));
        }
        if (options.find("--clusters").isPresent()) {
            ResultFiles.clusters(measured, Path.of(options.find("--clusters").orElseThrow()));
        }
        if (options.find("--explanations").isPresent()) {
            Path file = Path.of(options.find("--explanations").orElseThrow());
            ResultFiles.explanations(measured, file, options.number("--limit", 10_000));
        }
        return metrics;
    }

    /** A finding as one line: its place, the field, what it is, and the mend. */
    static String told(Finding finding) {
        String field = finding.field().isEmpty() ? "" : " " + finding.field();
        return finding.code() + " " + finding.place() + field + ": "
                + finding.message().zh() + " · "
                + finding.message().en() + " → " + finding.advice().zh() + " · "
                + finding.advice().en();
    }

    private static Job job(Options options, Path repository) throws IOException {
        if (options.find("--set").isPresent()) {
            String shared = System.getenv()
                    .getOrDefault("CB_SHARED", repository.resolve("../shared").toString());
            return KnownSet.of(options.find("--set").orElseThrow())
                    .job(Path.of(shared).normalize());
        }
        List<Path> inputs = options.all("--input").stream().map(Path::of).toList();
        if (inputs.isEmpty() || options.find("--config").isEmpty()) {
            throw new WrongUsage("需要 --set, --sample, 或 --input 与 --config · one of --set, --sample, or --input with"
                    + " --config is needed");
        }
        MatchSchema schema = SchemaFile.read(Path.of(options.find("--config").orElseThrow()));
        if (schema.input().sourceColumn().isEmpty()) {
            Places.requireOwnNames(inputs);
        }
        return new Job("input", schema, inputs, options.find("--truth").orElse(""));
    }
}
