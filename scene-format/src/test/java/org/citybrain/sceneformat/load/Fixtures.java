package org.citybrain.sceneformat.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.check.CatalogueLookup;
import org.citybrain.sceneformat.check.SceneChecker;

/** A folder that is right in everything, and ways to make it wrong. */
final class Fixtures {
    static final Path ROOT = Path.of("src/test/resources");
    static final CatalogueLookup CATALOGUE = resource -> Optional.ofNullable(Map.of(
                    "energy.bill", Set.of("bill_no", "id_number", "paid_on", "amount"),
                    "energy.meter", Set.of("bill_no", "id_number", "paid_on", "amount"),
                    "civil_affairs.aid_order", Set.of("order_no", "amount"))
            .get(resource));

    private Fixtures() {}

    /** A copy of the right folder, laid over with the files of a wrong one. */
    static Path folder(Path temp, Optional<Path> overlay) throws IOException {
        Path folder = temp.resolve("heating-aid");
        copy(ROOT.resolve("valid/heating-aid"), folder);
        if (overlay.isPresent()) {
            copy(overlay.get(), folder);
            Path remove = folder.resolve("REMOVE");
            if (Files.exists(remove)) {
                for (String file : Files.readAllLines(remove)) {
                    Files.delete(folder.resolve(file));
                }
                Files.delete(remove);
            }
        }
        return folder;
    }

    static List<SceneFinding> findings(Path folder) {
        Loaded loaded = SceneFolder.load(folder);
        List<SceneFinding> findings = new ArrayList<>(loaded.findings());
        loaded.scene().ifPresent(scene -> findings.addAll(SceneChecker.check(scene, CATALOGUE)));
        return findings;
    }

    static List<Path> overlays() {
        try (Stream<Path> paths = Files.list(ROOT.resolve("wrong"))) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
