package org.citybrain.matching.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.citybrain.matching.columns.CsvReader;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.columns.StoreLoader;
import org.citybrain.matching.columns.TextFile;
import org.citybrain.matching.schema.InputFormat;

/** Reads what is truly the same from a column, a file of clusters or a file of pairs. */
final class TruthReader {
    private final RecordStore store;
    private long notFound;

    TruthReader(RecordStore store) {
        this.store = store;
    }

    /** Whether the words after --truth name a file; else they name a column. */
    static boolean isFile(String truth) {
        return !truth.isEmpty() && Files.isRegularFile(Path.of(truth));
    }

    Truth read(String truth, StoreLoader loader) throws IOException {
        if (truth.isEmpty()) {
            return Truth.NONE;
        }
        if (isFile(truth)) {
            return file(Path.of(truth));
        }
        check(truth, loader);
        return column(loader);
    }

    /** How many rows of the truth's file told of no record of the input, or of several at once. */
    long notFound() {
        return notFound;
    }

    /** Refuses, before anything is read, a file of the truth that says nothing. */
    void check(String truth) throws IOException {
        if (!isFile(truth)) {
            return;
        }
        InputFormat format = store.schema().input();
        try {
            TextFile.require("--truth", Path.of(truth), format.charset());
            requireRows(truth, format);
        } catch (EOFException | ZipException broken) {
            throw new PlainFailure(
                    "--truth: " + truth + " 压缩文件不完整 · the compressed file is cut off: " + broken.getMessage());
        }
    }

    private static void requireRows(String truth, InputFormat format) throws IOException {
        try (CsvReader csv = CsvReader.open(Path.of(truth), format.charset(), format.separator())) {
            int columns = csv.header().size();
            if (columns < 2) {
                throw new PlainFailure("--truth: " + truth + " 需要两列: 编号与聚类, 或一对编号 · two columns are needed:"
                        + " ids and clusters, or pairs of ids");
            }
            if (!csv.next()) {
                throw new PlainFailure("--truth: " + truth + " 没有数据行 · there are no rows");
            }
        }
    }

    /** Refuses, before anything is matched, a column of the truth that an input has not. */
    void check(String truth, StoreLoader loader) {
        if (!truth.isEmpty() && !isFile(truth) && loader.truthOf().size() != store.size()) {
            throw new PlainFailure("--truth: 既不是列也不是文件 · neither a column of every input nor a file: " + truth);
        }
    }

    /** A truth that knows none of the records measures nothing. */
    private static Truth known(Truth truth, boolean any) {
        if (!any) {
            throw new PlainFailure("--truth: 没有提到任何输入记录, 请核对编号 · it tells of none of the records: are the ids"
                    + " those of the input?");
        }
        return truth;
    }

    private Truth column(StoreLoader loader) {
        String pattern = store.schema().input().truthPattern();
        int[] numbers = new int[loader.truths().size()];
        Map<String, Integer> known = new HashMap<>();
        for (int code = 0; code < numbers.length; code++) {
            String text = loader.truths().text(code);
            // without a pattern each value is a cluster of its own: no need to hold millions of texts
            numbers[code] = text.isEmpty()
                    ? -1
                    : pattern.isEmpty() ? code : known.computeIfAbsent(named(text, pattern), name -> known.size());
        }
        int[] cluster = new int[store.size()];
        for (int record = 0; record < cluster.length; record++) {
            cluster[record] = numbers[loader.truthOf().get(record)];
        }
        return known(Truth.ofClusters(cluster), Arrays.stream(cluster).anyMatch(number -> number >= 0));
    }

    private static String named(String text, String pattern) {
        if (pattern.isEmpty()) {
            return text;
        }
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() && matcher.groupCount() > 0 ? matcher.group(1) : text;
    }

    private Truth file(Path file) throws IOException {
        Charset charset = store.schema().input().charset();
        List<String[]> rows = new ArrayList<>();
        List<String> header;
        try (CsvReader csv =
                CsvReader.open(file, charset, store.schema().input().separator())) {
            header = csv.header();
            while (csv.next()) {
                if (csv.cells() < header.size()) {
                    throw new PlainFailure("--truth: " + file + " 第 " + (rows.size() + 1)
                            + " 行数据缺格 · a cell is missing in row " + (rows.size() + 1));
                }
                String[] row = new String[csv.cells()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = csv.text(i);
                }
                rows.add(row);
            }
        }
        int id = header.indexOf(store.schema().input().idColumn());
        return id >= 0 && header.size() > 1 ? clusters(header, rows, id) : pairs(rows);
    }

    /** Keys with clusters; the source column counts where the file has it, the cluster is the column that says so, else the last other one. */
    private Truth clusters(List<String> header, List<String[]> rows, int id) {
        int source = header.indexOf(store.schema().input().sourceColumn());
        int clusterColumn = clusterColumn(header, id, source);
        Map<String, Integer> clusters = new HashMap<>();
        Map<String, Integer> of = new HashMap<>();
        for (String[] row : rows) {
            String key = row[id] + (source >= 0 ? "\t" + row[source] : "");
            int cluster = clusters.computeIfAbsent(row[clusterColumn], name -> clusters.size());
            Integer before = of.put(key, cluster);
            if (before != null && before != cluster) {
                throw new PlainFailure("--truth: 编号 " + row[id] + " 属于两个聚类 · id " + row[id]
                        + " is told to be in two clusters: which one is true?");
            }
        }
        int[] cluster = new int[store.size()];
        Set<String> found = new HashSet<>();
        for (int record = 0; record < cluster.length; record++) {
            String key = store.key(record)
                    + (source >= 0 ? "\t" + store.sourceNames().get(store.source(record)) : "");
            cluster[record] = of.getOrDefault(key, -1);
            if (cluster[record] >= 0) {
                found.add(key);
            }
        }
        notFound += of.size() - found.size();
        return known(Truth.ofClusters(cluster), Arrays.stream(cluster).anyMatch(number -> number >= 0));
    }

    private static int clusterColumn(List<String> header, int id, int source) {
        int last = id;
        for (int i = 0; i < header.size(); i++) {
            if (i != id && i != source) {
                last = i;
                if (header.get(i).toLowerCase(Locale.ROOT).contains("cluster")) {
                    return i;
                }
            }
        }
        return last;
    }

    /**
     * Pairs of ids. Between two sources the first id is one of the first source and the second one of the second, where they
     * have them; else an id may be of any source, when no other has it, too. What names no pair of records is counted.
     */
    private Truth pairs(List<String[]> rows) {
        Map<String, List<Integer>> records = new HashMap<>();
        for (int record = 0; record < store.size(); record++) {
            records.computeIfAbsent(store.key(record), key -> new ArrayList<>(1))
                    .add(record);
        }
        Set<Long> pairs = new HashSet<>();
        for (String[] row : rows) {
            List<Integer> a = records.getOrDefault(row[0], List.of());
            List<Integer> b = records.getOrDefault(row[1], List.of());
            int left = one(a, 0);
            int right = one(b, 1);
            if (left < 0 || right < 0) {
                left = a.size() == 1 ? a.getFirst() : -1;
                right = b.size() == 1 ? b.getFirst() : -1;
            }
            if (left < 0 || right < 0) {
                notFound++;
            } else {
                pairs.add(Truth.pair(left, right));
            }
        }
        return known(Truth.ofPairs(pairs, store.size()), !pairs.isEmpty());
    }

    /** The one record of a source where there are two sources; below nought when there is none, or several. */
    private int one(List<Integer> records, int source) {
        int found = -1;
        for (int record : records) {
            if (store.sourceNames().size() == 2 && store.source(record) == source) {
                if (found >= 0) {
                    return -1;
                }
                found = record;
            }
        }
        return found;
    }
}
