package org.citybrain.streaming.resolve;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.citybrain.kernel.wire.MatchRecord;
import org.citybrain.kernel.wire.MatchRuling;
import org.citybrain.kernel.wire.WireJson;

/** The three steps from records to memberships, whatever source and sink stand around them. */
public final class ResolveStreams {
    private ResolveStreams() {}

    /**
     * Builds the steps.
     *
     * @param records {@link MatchRecord}s as JSON; those of other sets are passed over
     * @param rulings {@link MatchRuling}s as JSON
     * @return memberships as JSON
     */
    public static SingleOutputStreamOperator<byte[]> build(
            DataStream<byte[]> records, DataStream<byte[]> rulings, Declared declared) {
        String set = declared.set();
        SingleOutputStreamOperator<Tuple5<Long, Boolean, String, String, Long>> moves = records.filter(
                        json -> set.equals(record(json).set()))
                // one after another as they came: no spreading before the key is known
                .setParallelism(records.getParallelism())
                .keyBy(json -> RecordName.of(record(json).record()), Types.STRING)
                .process(new Versions(declared), Move.TYPE)
                .uid("versions-" + set)
                .name("versions");
        DataStream<Tuple5<Integer, String, String, Float, Long>> links = moves.keyBy(move -> move.f0, Types.LONG)
                .process(new Blocks(declared), Note.TYPE)
                .uid("blocks-" + set)
                .name("blocks");
        DataStream<Tuple5<Integer, String, String, Float, Long>> ruled = rulings.filter(
                        json -> set.equals(ruling(json).set()))
                .setParallelism(rulings.getParallelism())
                .map(ResolveStreams::note)
                .returns(Note.TYPE)
                .setParallelism(rulings.getParallelism());
        return moves.getSideOutput(Versions.NOTES)
                .union(links, ruled)
                .keyBy(note -> set, Types.STRING)
                .process(new Entities(declared), PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
                .uid("entities-" + set)
                .name("entities")
                // the one writer of memberships
                .setParallelism(1);
    }

    private static MatchRecord record(byte[] json) {
        return WireJson.read(json, MatchRecord.class);
    }

    private static MatchRuling ruling(byte[] json) {
        return WireJson.read(json, MatchRuling.class);
    }

    private static Tuple5<Integer, String, String, Float, Long> note(byte[] json) {
        MatchRuling ruling = ruling(json);
        return Note.of(Note.RULING, ruling.id(), new String(json, StandardCharsets.UTF_8), 0, ruling.sentAtMicros());
    }
}
