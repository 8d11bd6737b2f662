package org.citybrain.sceneformat.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;

/** The files of a scene folder as text, by path inside it; what does not belong there is a finding. */
final class FolderFiles {
    static final int LIMIT = 1_000_000;

    /** Folder → ending its files have. */
    static final Map<String, List<String>> PLACES = Map.ofEntries(
            Map.entry("needs", List.of(".yaml")),
            Map.entry("streams", List.of(".sql")),
            Map.entry("rules", List.of(".dmn", ".inputs.yaml")),
            Map.entry("parameters", List.of(".yaml")),
            Map.entry("processes", List.of(".bpmn")),
            Map.entry("forms", List.of(".json")),
            Map.entry("alerts", List.of(".yaml")),
            Map.entry("deliveries", List.of(".yaml")),
            Map.entry("indicators", List.of(".yaml")),
            Map.entry("panels", List.of(".yaml")),
            Map.entry("i18n", List.of("zh.json", "en.json")),
            Map.entry("samples", List.of(".yaml")),
            Map.entry("tests", List.of(".yaml")));

    private final SortedMap<String, String> texts = new TreeMap<>();
    private final FindingList findings;

    private FolderFiles(FindingList findings) {
        this.findings = findings;
    }

    static FolderFiles read(Path folder, FindingList findings) {
        FolderFiles files = new FolderFiles(findings);
        try (Stream<Path> paths = Files.walk(folder)) {
            Path inside = folder.toRealPath();
            paths.filter(path -> Files.isRegularFile(path) || Files.isSymbolicLink(path))
                    .sorted()
                    .forEach(path -> files.take(folder, inside, path));
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            findings.add(SceneRuleCode.UNREADABLE_FILE, ".", 0, String.valueOf(unreadable.getMessage()));
        }
        return files;
    }

    /** Paths in one folder with an ending, in order of name. */
    List<String> list(String place, String ending) {
        return texts.keySet().stream()
                .filter(path -> path.startsWith(place + "/") && path.endsWith(ending))
                .toList();
    }

    String text(String path) {
        return texts.getOrDefault(path, "");
    }

    boolean has(String path) {
        return texts.containsKey(path);
    }

    /** Whether there is no such file; one that cannot be read is there. */
    boolean lacks(String path) {
        return !has(path) && !findings.unread().contains(path);
    }

    /** File name without folder and ending. */
    static String idOf(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.indexOf('.'));
    }

    String digest(String... paths) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String path : paths.length == 0 ? texts.keySet() : List.of(paths)) {
                digest.update((path + "\u0000" + text(path) + "\u0000").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256", impossible);
        }
    }

    private void take(Path folder, Path inside, Path path) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (Files.isSymbolicLink(path) && !staysInside(inside, path)) {
            findings.unread(SceneRuleCode.LINK_OUTSIDE, name, 0, name);
            return;
        }
        if (!belongs(name)) {
            findings.add(SceneRuleCode.UNKNOWN_FILE, name, 0, name);
            return;
        }
        try {
            long size = Files.size(path);
            if (size > LIMIT) {
                findings.unread(SceneRuleCode.TOO_LARGE, name, 0, String.valueOf(size), String.valueOf(LIMIT));
                return;
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            texts.put(name, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException notUtf8) {
            findings.unread(SceneRuleCode.UNREADABLE_FILE, name, 0, SceneFinding.words("不是 UTF-8", "not UTF-8"));
        } catch (IOException unreadable) {
            findings.unread(SceneRuleCode.UNREADABLE_FILE, name, 0, SceneFinding.words("无法打开", "it cannot be opened"));
        }
    }

    /** Whether a link leads to a file of the folder; one that leads nowhere does not. */
    private static boolean staysInside(Path folder, Path link) {
        try {
            return link.toRealPath().startsWith(folder);
        } catch (IOException nowhere) {
            return false;
        }
    }

    private static boolean belongs(String name) {
        if (name.equals("scene.yaml") || name.equals("README.md")) {
            return true;
        }
        int slash = name.indexOf('/');
        if (slash < 0 || name.indexOf('/', slash + 1) >= 0) {
            return false;
        }
        String file = name.substring(slash + 1);
        return PLACES.getOrDefault(name.substring(0, slash), List.of()).stream().anyMatch(file::endsWith);
    }
}
