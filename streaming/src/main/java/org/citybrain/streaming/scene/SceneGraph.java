package org.citybrain.streaming.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.types.Row;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.kernel.wire.SceneJob;
import org.citybrain.kernel.wire.SqlFile;
import org.jspecify.annotations.Nullable;

/**
 * From row changes to candidates: the part of a scene's job that is the same online and offline.
 *
 * @param candidates subject and JSON; null when the bundle is refused or has no stream
 * @param findings why it was refused, empty when it was not
 */
record SceneGraph(@Nullable DataStream<Tuple2<String, byte[]>> candidates, List<Finding> findings) {
    /** The only table that a scene may write. */
    static final String CANDIDATES = "candidates";

    private static final Schema COLUMNS = Schema.newBuilder()
            .column("subject_kind", DataTypes.STRING())
            .column("subject", DataTypes.STRING())
            .column("period", DataTypes.STRING())
            .column("resource", DataTypes.STRING())
            .column("sequence", DataTypes.BIGINT())
            .column("row_no", DataTypes.INT())
            .column("source_time", DataTypes.BIGINT())
            .build();

    /**
     * Builds the graph in the environment of the rows.
     *
     * @param rows resource, key and JSON of each row change, in order per key
     */
    static SceneGraph build(
            StreamTableEnvironment tables, DataStream<Tuple3<String, String, byte[]>> rows, SceneJob job) {
        List<SceneTable> granted = granted(job);
        SingleOutputStreamOperator<Row> changes = rows.keyBy(row -> row.f0 + "/" + row.f1, Types.STRING)
                .process(new RowNormaliser(granted), Types.ROW())
                .uid("changelog")
                .name("changelog");
        for (SceneTable table : granted) {
            Table view = tables.fromChangelogStream(
                    changes.getSideOutput(RowNormaliser.tag(table)), table.schema(), ChangelogMode.all());
            tables.createTemporaryView("`" + table.resource() + "`", view);
        }
        tables.createTemporaryTable(
                CANDIDATES,
                TableDescriptor.forConnector("blackhole").schema(COLUMNS).build());
        return queries(tables, job);
    }

    private static SceneGraph queries(StreamTableEnvironment tables, SceneJob job) {
        List<Finding> findings = new ArrayList<>();
        SqlGuard guard = new SqlGuard((TableEnvironmentImpl) tables);
        DataStream<Tuple2<String, byte[]>> all = null;
        for (SqlFile file : job.sql()) {
            Optional<Table> query = guard.admit(file, findings::add);
            if (query.isEmpty()) {
                continue;
            }
            String stream = streamOf(file.file());
            DataStream<Tuple2<String, byte[]>> candidates = tables.toChangelogStream(query.get())
                    .transform("sift " + stream, CandidateSifter.TYPE, new CandidateSifter(job.scene(), stream))
                    .uid("sift-" + stream);
            all = all == null ? candidates : all.union(candidates);
        }
        if (job.sql().isEmpty()) {
            findings.add(StreamFault.NOT_ONE_INSERT.in("streams/", "-"));
        }
        return new SceneGraph(findings.isEmpty() ? all : null, findings);
    }

    static List<SceneTable> granted(SceneJob job) {
        List<SceneTable> granted = new ArrayList<>();
        for (ResourceEntry entry : job.resources()) {
            SceneTable.of(entry, job.scene()).ifPresent(granted::add);
        }
        return granted;
    }

    /** A stream's id is its file's name without folder and ending. */
    private static String streamOf(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(".sql") ? name.substring(0, name.length() - 4) : name;
    }
}
