package org.citybrain.matching.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.matching.cluster.Links;
import org.citybrain.matching.cluster.MatchResult;
import org.citybrain.matching.cluster.Matching;
import org.citybrain.matching.cluster.RuledPairs;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.columns.StoreLoader;
import org.citybrain.matching.measure.Quality;
import org.citybrain.matching.measure.QualityCounter;
import org.citybrain.matching.work.Crew;

/** Does one job from the files to the figures. Time and memory are taken before the truth is looked at. */
final class Measuring {
    private Measuring() {}

    static Measured measure(Job job) throws IOException {
        return measure(job, Crew.ALONE);
    }

    static Measured measure(Job job, Crew crew) throws IOException {
        double cpu = Machine.cpuSeconds();
        long started = System.nanoTime();
        RecordStore store = new RecordStore(new Lexicon(job.schema()));
        StoreLoader loader = new StoreLoader(store, crew);
        TruthReader truths = new TruthReader(store);
        truths.check(job.truth());
        RulingsFile.check(job.rulings());
        String column = TruthReader.isFile(job.truth()) ? "" : job.truth();
        for (Path input : job.inputs()) {
            InputFiles.load(input, job.schema().input(), loader, column);
        }
        List<Finding> findings = new ArrayList<>(loader.finish());
        truths.check(job.truth(), loader);
        store.lexicon().seal();
        RuledPairs rulings = RulingsFile.read(job.rulings(), store);
        Matching matching = job.model().isEmpty()
                ? Matching.of(store, crew, rulings)
                : Matching.with(Files.readAllBytes(Path.of(job.model())), store, crew, rulings);
        findings.addAll(matching.result().findings());
        MatchResult result = matching.result().withFindings(findings);
        double wall = (System.nanoTime() - started) / 1e9;
        double used = Machine.cpuSeconds() - cpu;
        List<Metric> cost = cost(store, result, crew, wall, used);
        List<Metric> metrics = judged(truths, truths.read(job.truth(), loader), store, result);
        metrics.addAll(cost);
        return new Measured(store, matching.file(), result, metrics);
    }

    /** How right the result is, and how much of the truth could not be asked; nothing without a truth. */
    private static List<Metric> judged(TruthReader truths, Truth truth, RecordStore store, MatchResult result) {
        List<Metric> metrics = new ArrayList<>();
        if (truth.isKnown()) {
            metrics.addAll(quality(store, result, truth));
        }
        if (truths.notFound() > 0) {
            metrics.add(new Metric("truth_not_found", truths.notFound(), "rows"));
        }
        return metrics;
    }

    /** What it took, {@code wall} and {@code used} in seconds. */
    private static List<Metric> cost(RecordStore store, MatchResult result, Crew crew, double wall, double used) {
        return List.of(
                new Metric("candidates_per_record", result.candidates() / (double) Math.max(1, store.size()), "pairs"),
                new Metric("records_per_cpu_second", store.size() / Math.max(1e-9, used), "records/s"),
                new Metric("bytes_per_record", Machine.peakBytes() / Math.max(1, store.size()), "bytes"),
                new Metric("wall_seconds", wall, "s"),
                new Metric("cpu_seconds", used, "s"),
                new Metric("peak_memory", Machine.peakBytes() / (1 << 30), "GiB"),
                new Metric("threads", crew.threads(), "threads"),
                new Metric("records", store.size(), "records"));
    }

    private static List<Metric> quality(RecordStore store, MatchResult result, Truth truth) {
        double linked = 0;
        double right = 0;
        Links links = result.links();
        for (int i = 0; i < links.size(); i++) {
            if (result.isLinked(i)) {
                linked++;
                right += truth.isSame(links.a(i), links.b(i)) ? 1 : 0;
            }
        }
        Quality quality = new QualityCounter(
                        store.size(), record -> result.cluster()[record], record -> truth.cluster()[record])
                .measure(linked, right);
        double pairRecall = truth.listed() ? right / truth.pairs().size() : quality.pairRecall();
        double pairPrecision = quality.pairPrecision();
        double sum = pairPrecision + pairRecall;
        return List.of(
                new Metric("pair_f1", sum == 0 ? 0 : 2 * pairPrecision * pairRecall / sum, "share"),
                new Metric("pair_precision", pairPrecision, "share"),
                new Metric("pair_recall", pairRecall, "share"),
                new Metric("cluster_precision", quality.clusterPrecision(), "share"),
                new Metric("cluster_recall", quality.clusterRecall(), "share"),
                new Metric("cluster_f1", quality.clusterF1(), "share"),
                new Metric("b3_f1", quality.b3F1(), "share"),
                new Metric("wrong_merge_share", quality.wrongMergeShare(), "share"));
    }
}
