package org.citybrain.matching.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks, before anything is measured, at the files that are to be read and those that are to be written. */
final class Places {
    private static final List<String> READ = List.of("--config", "--model", "--rulings", "--input");
    private static final List<String> WRITTEN = List.of("--json", "--clusters", "--explanations", "--save-model");

    private Places() {}

    /** Refuses what cannot be read or written, a file that is read twice, and one that is read or written and written. */
    static void check(Options options) throws IOException {
        Map<Path, String> taken = new HashMap<>();
        for (String word : READ) {
            for (String name : options.all(word)) {
                Path file = Path.of(name);
                if (!Files.exists(file)) {
                    throw new NoSuchFileException(name);
                }
                if (Files.isDirectory(file)) {
                    throw new PlainFailure(word + ": 是文件夹, 请给出文件 · this is a folder, name a file: " + name);
                }
                if (word.equals(taken.put(file.toRealPath(), word))) {
                    throw new PlainFailure(word + ": 同一个文件给了两次 · the same file is given twice: " + name);
                }
            }
        }
        for (String word : WRITTEN) {
            for (String name : options.all(word)) {
                written(word, Path.of(name), taken);
            }
        }
    }

    private static void written(String word, Path file, Map<Path, String> taken) throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw new WrongUsage(word + ": 是文件夹, 请给出文件名 · this is a folder, name a file: " + file);
        }
        if (!Files.isDirectory(folder)) {
            throw new WrongUsage(word + ": 没有这个文件夹, 请先建好 · there is no folder " + folder + ": make it first");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new WrongUsage(word + ": 没有写入权限 · no permission to write: " + file);
        }
        Path real = Files.exists(file) ? file.toRealPath() : folder.toRealPath().resolve(file.getFileName());
        String other = taken.put(real, word);
        if (other != null) {
            throw new WrongUsage(word + ": 与 " + other + " 是同一个文件 · this is the file of " + other + ", too: " + file);
        }
    }

    /** Refuses files of one name from several folders where a file is a source by its name. */
    static void requireOwnNames(List<Path> inputs) {
        Set<Path> names = new HashSet<>();
        for (Path input : inputs) {
            if (!names.add(input.getFileName())) {
                throw new PlainFailure("--input: 两个文件同名, 会被当作同一来源, 请改名或在声明中写明 source · two files named "
                        + input.getFileName() + " would be one source: rename one or declare `source`");
            }
        }
    }
}
