package org.citybrain.streaming.scene;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.wire.Candidate;
import org.citybrain.kernel.wire.RowChange;
import org.citybrain.kernel.wire.SceneJob;
import org.citybrain.kernel.wire.WireJson;
import org.jspecify.annotations.Nullable;

/** Runs a scene's streams in this process over given row changes: the same graph as online, without Kafka. */
public final class OfflineStreams {
    private OfflineStreams() {}

    /**
     * What came out.
     *
     * @param candidates in the order they came
     * @param findings why the bundle was refused; then there are no candidates
     */
    public record Result(List<Candidate> candidates, List<Finding> findings) {}

    /** Only checks the bundle's SQL on the resolved plan. */
    public static List<Finding> check(SceneJob bundle) {
        return graph(environment(), bundle, List.of(nothing())).findings();
    }

    /** Runs the streams over the changes, in their order, to their end. */
    public static Result run(SceneJob bundle, List<RowChange> changes) throws Exception {
        List<Tuple3<String, String, byte[]>> rows = new ArrayList<>();
        for (RowChange change : changes) {
            rows.add(Tuple3.of(change.resource(), change.key(), WireJson.write(change)));
        }
        if (rows.isEmpty()) {
            rows.add(nothing());
        }
        SceneGraph graph = graph(environment(), bundle, rows);
        DataStream<Tuple2<String, byte[]>> candidates = graph.candidates();
        return new Result(candidates == null ? List.of() : collect(candidates), graph.findings());
    }

    private static List<Candidate> collect(@Nullable DataStream<Tuple2<String, byte[]>> stream) throws Exception {
        List<Candidate> candidates = new ArrayList<>();
        if (stream != null) {
            try (CloseableIterator<Tuple2<String, byte[]>> all = stream.executeAndCollect()) {
                all.forEachRemaining(each -> candidates.add(WireJson.read(each.f1, Candidate.class)));
            }
        }
        return candidates;
    }

    // a row of no resource: Flink refuses an empty source
    private static Tuple3<String, String, byte[]> nothing() {
        return Tuple3.of("", "", new byte[0]);
    }

    private static StreamExecutionEnvironment environment() {
        Configuration conf = new Configuration();
        conf.setString("taskmanager.memory.network.min", "16m");
        conf.setString("taskmanager.memory.network.max", "16m");
        conf.setString("taskmanager.memory.managed.size", "16m");
        conf.setString("pipeline.object-reuse", "true");
        return StreamExecutionEnvironment.createLocalEnvironment(1, conf);
    }

    private static SceneGraph graph(
            StreamExecutionEnvironment env, SceneJob bundle, List<Tuple3<String, String, byte[]>> rows) {
        StreamTableEnvironment tables = StreamTableEnvironment.create(
                env, EnvironmentSettings.newInstance().inStreamingMode().build());
        return SceneGraph.build(tables, env.fromData(rows, RowReader.TYPE), bundle);
    }
}
