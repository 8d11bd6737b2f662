package org.citybrain.streaming.scene;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.Candidate;
import org.citybrain.kernel.wire.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * Makes candidates of a stream's result rows, gone ones included: every input is a trigger (seam 8). A row that goes and
 * comes again for the same subject and period is one candidate; to see that, a gone row waits for its successor, at most
 * some milliseconds.
 */
final class CandidateSifter extends AbstractStreamOperator<Tuple2<String, byte[]>>
        implements OneInputStreamOperator<Row, Tuple2<String, byte[]>>, BoundedOneInput {
    /** Subject and JSON. */
    static final TypeInformation<Tuple2<String, byte[]>> TYPE =
            Types.TUPLE(Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private static final long serialVersionUID = 1L;
    private static final long LONGEST_WAIT_MILLIS = 10;

    private final String scene;
    private final String stream;
    private transient @Nullable Candidate waiting;

    CandidateSifter(String scene, String stream) {
        this.scene = scene;
        this.stream = stream;
    }

    @Override
    public void processElement(StreamRecord<Row> element) {
        Row row = element.getValue();
        if (row.getField(1) == null || row.getField(2) == null) {
            return;
        }
        Candidate candidate = candidate(row);
        Candidate gone = waiting;
        waiting = null;
        if (gone != null && !isSame(gone, candidate)) {
            emit(gone);
        }
        if (row.getKind() == RowKind.UPDATE_BEFORE) {
            waiting = candidate;
            getProcessingTimeService()
                    .registerTimer(
                            getProcessingTimeService().getCurrentProcessingTime() + LONGEST_WAIT_MILLIS,
                            time -> release());
        } else {
            emit(candidate);
        }
    }

    private void release() {
        Candidate gone = waiting;
        waiting = null;
        if (gone != null) {
            emit(gone);
        }
    }

    private static boolean isSame(Candidate a, Candidate b) {
        return a.subject().equals(b.subject())
                && a.subjectKind().equals(b.subjectKind())
                && a.period().equals(b.period());
    }

    private Candidate candidate(Row row) {
        String resource = String.valueOf(row.getField(3));
        long sequence = number(row.getField(4));
        return new Candidate(
                scene,
                stream,
                String.valueOf(row.getField(0)),
                String.valueOf(row.getField(1)),
                String.valueOf(row.getField(2)),
                resource,
                Map.of(resource + "/0", sequence),
                List.of(resource + "/0/" + sequence + "/" + number(row.getField(5))),
                number(row.getField(6)),
                Micros.now(Clock.systemUTC()));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private void emit(Candidate candidate) {
        output.collect(new StreamRecord<>(Tuple2.of(candidate.subject(), WireJson.write(candidate))));
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        release();
    }

    @Override
    public void endInput() {
        release();
    }
}
