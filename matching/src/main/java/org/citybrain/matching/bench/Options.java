package org.citybrain.matching.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.matching.work.Crew;

/** The words after `bin/cb bench linkage`. An option may take several values: `--input FILE FILE`. */
record Options(Map<String, List<String>> values) {
    static final String HELP = """
            用法 Usage: bin/cb bench linkage --input FILE… --config FILE [--truth COLUMN|FILE] [--json FILE]
                        bin/cb bench linkage --set NAME [--json FILE]
                        bin/cb bench linkage --sample N [--json FILE]

            比对测量 · matches records without labels and prints `metric value unit` lines.
              --input FILE…        CSV, 可为 gz · CSV files, gzipped or not; each is a source unless the config names one
              --config FILE        声明 · the declaration: docs/reference/linkage-config.md
              --truth COLUMN|FILE  真值 · a column of the input, a file of keys and clusters, or a file of pairs
              --set NAME           开发集 · historical_50k-dev febrl1 febrl2 febrl3 fake_1000 dblp-acm amazon-google
              --sample N           样例城市 N 名居民, 12 个来源 · N invented residents in twelve sources, at the committed
                                   dirt rates and at twice those rates
              --threads N          线程数, 结果与线程数无关 · threads (default: one per processor); the result is the same
              --dirt 1|2           只测一种脏数据比例 · only the committed rates, or only twice those
              --growth             规模曲线 · the growth curve: 0.2, 0.9, 3.5, 10 and 30 million records, up to N residents
              --flink              经 Kafka 与 Flink · through Kafka and Flink: latency and agreement (--sample N --rate N)
              --incremental        再逐条进入 · then feed the records one by one, and compare with the batch
              --save-model FILE    保存学到的权重 · save what was learnt; --model FILE 用于别的记录 · use it on other records
              --rulings FILE       人工裁定 · CSV of stewards' rulings: kind,left_source,left,right_source,right
              --clusters FILE      每条记录的聚类 · record key, source, cluster
              --explanations FILE  每对的瀑布图 · one JSON line per pair with the bits of each field
              --limit N            说明最多 N 对 · explain at most N pairs (default 10000)
              --json FILE          结果文件 · file for the figures
            """;
    private static final Set<String> WORDS = Set.of(
            "--input",
            "--config",
            "--truth",
            "--set",
            "--sample",
            "--dirt",
            "--clusters",
            "--explanations",
            "--limit",
            "--threads",
            "--model",
            "--save-model",
            "--rulings",
            "--json");

    private static final Set<String> FLAGS = Set.of("--incremental", "--growth");

    static Options of(List<String> words) {
        Map<String, List<String>> values = new HashMap<>();
        List<String> current = null;
        for (String word : words) {
            if (FLAGS.contains(word)) {
                values.put(word, List.of("true"));
                current = null;
            } else if (WORDS.contains(word)) {
                current = values.computeIfAbsent(word, unused -> new ArrayList<>());
            } else if (word.startsWith("--") || current == null) {
                throw new WrongUsage("不认识的选项 · unknown option: " + word);
            } else {
                current.add(word);
            }
        }
        values.forEach((word, given) -> {
            if (given.isEmpty() || given.size() > 1 && !word.equals("--input")) {
                throw new WrongUsage(word + ": 需要一个值 · one value is needed");
            }
        });
        return new Options(values);
    }

    List<String> all(String word) {
        return values.getOrDefault(word, List.of());
    }

    Optional<String> find(String word) {
        return all(word).stream().findFirst();
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    Crew crew() {
        int threads = number("--threads", Runtime.getRuntime().availableProcessors());
        if (threads < 1) {
            throw new WrongUsage("--threads: 至少一个 · at least one is needed");
        }
        return new Crew(threads);
    }

    int number(String word, int otherwise) {
        try {
            return find(word).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new WrongUsage(word + ": 需要一个整数 · a whole number is needed, not "
                    + find(word).orElse(""));
        }
    }
}
