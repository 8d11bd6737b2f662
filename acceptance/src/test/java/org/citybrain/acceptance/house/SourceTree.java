package org.citybrain.acceptance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of the repository that people write. */
record SourceTree(Path root) {

    private static final Set<String> SKIPPED =
            Set.of("target", "node_modules", "dist", ".git", ".home", "test-results");

    /** The repository that this module stands in. */
    static SourceTree find() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("bin/cb"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no bin/cb above " + Path.of("").toAbsolutePath());
            }
        }
        return new SourceTree(folder);
    }

    List<Path> java() {
        return list(path -> path.toString().endsWith(".java"));
    }

    List<Path> mainJava() {
        return list(path -> path.toString().endsWith(".java") && path.toString().contains("/src/main/"));
    }

    List<Path> userInterface() {
        return list(path ->
                path.startsWith(root.resolve("console/src")) && path.toString().matches(".*\\.(tsx?|css)"));
    }

    /** All text files, documents and scripts included. */
    List<Path> text() {
        return list(path -> path.toString()
                .matches(".*\\.(java|tsx?|css|html|ya?ml|json|sql|dmn|bpmn|md|sh|xml|properties)|.*/bin/cb"));
    }

    String name(Path file) {
        return root.relativize(file).toString();
    }

    List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private List<Path> list(Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(path -> !isSkipped(path))
                    .filter(Files::isRegularFile)
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot walk " + root, e);
        }
    }

    private boolean isSkipped(Path path) {
        for (Path part : root.relativize(path)) {
            if (SKIPPED.contains(part.toString())) {
                return true;
            }
        }
        return false;
    }
}
