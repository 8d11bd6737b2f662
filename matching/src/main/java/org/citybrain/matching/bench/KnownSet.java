package org.citybrain.matching.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.citybrain.matching.schema.SchemaFile;

/** The development sets: where their files lie under the shared folder, and the declaration of each. */
enum KnownSet {
    HISTORICAL(
            "historical_50k-dev",
            "historical_50k",
            "historical_50k_dev/truth.csv.gz",
            "historical_50k_dev/records.csv.gz"),
    FEBRL1("febrl1", "febrl", "rec_id", "febrl/dataset1.csv"),
    FEBRL2("febrl2", "febrl", "rec_id", "febrl/dataset2.csv"),
    FEBRL3("febrl3", "febrl", "rec_id", "febrl/dataset3.csv"),
    FAKE_1000("fake_1000", "fake_1000", "cluster", "fake_1000/fake_1000.csv"),
    DBLP_ACM("dblp-acm", "dblp-acm", "dblp-acm/DBLP-ACM_perfectMapping.csv", "dblp-acm/DBLP2.csv", "dblp-acm/ACM.csv"),
    AMAZON_GOOGLE(
            "amazon-google",
            "amazon-google",
            "amazon-google/Amazon_GoogleProducts_perfectMapping.csv",
            "amazon-google/Amazon.csv.gz",
            "amazon-google/GoogleProducts.csv.gz");

    private final String word;
    private final String config;
    private final String truth;
    private final List<String> files;

    KnownSet(String word, String config, String truth, String... files) {
        this.word = word;
        this.config = config;
        this.truth = truth;
        this.files = List.of(files);
    }

    static KnownSet of(String word) {
        return Arrays.stream(values())
                .filter(set -> set.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("没有这个集合 · no such set: " + word + " ("
                        + Arrays.stream(values()).map(set -> set.word).collect(Collectors.joining(" ")) + ")"));
    }

    /** The job on this set; refuses when the shared folder has not got it. */
    Job job(Path shared) throws IOException {
        Path folder = shared.resolve("data").resolve("linkage");
        List<Path> inputs = files.stream().map(folder::resolve).toList();
        for (Path input : inputs) {
            if (!Files.isRegularFile(input)) {
                throw new PlainFailure("没有这份数据 · the set " + word + " is not there: " + input
                        + "\n  → 请设置 CB_SHARED · set CB_SHARED to the folder that holds data/linkage");
            }
        }
        String where = truth.contains("/") ? folder.resolve(truth).toString() : truth;
        return new Job(word, SchemaFile.parse(resource(config + ".yaml")), inputs, where);
    }

    /** A declaration that lies beside the code. */
    static String resource(String file) throws IOException {
        try (InputStream in = KnownSet.class.getResourceAsStream("/org/citybrain/matching/sets/" + file)) {
            if (in == null) {
                throw new IllegalStateException("Declaration missing from the build: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
