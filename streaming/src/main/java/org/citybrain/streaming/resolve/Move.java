package org.citybrain.streaming.resolve;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple5;

/** A version of a record enters a block or leaves it: key of the block, entering, version, texts, when it was sent. */
final class Move {
    static final TypeInformation<Tuple5<Long, Boolean, String, String, Long>> TYPE =
            Types.TUPLE(Types.LONG, Types.BOOLEAN, Types.STRING, Types.STRING, Types.LONG);

    private Move() {}

    static Tuple5<Long, Boolean, String, String, Long> of(
            long block, boolean enters, String version, String texts, long sentAt) {
        return Tuple5.of(block, enters, version, texts, sentAt);
    }
}
