package org.citybrain.streaming.resolve;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple5;

/** What the writer of entities is told: kind, two names, a weight, when its cause was sent. */
final class Note {
    /** A version is the present one: its name, its texts; the cause follows as {@link #CAUSE}. */
    static final int PRESENT = 0;
    /** A record is no more. */
    static final int GONE = 1;
    /** A block links two versions. */
    static final int LINK = 2;
    /** A block links two versions no longer. */
    static final int UNLINK = 3;
    /** A steward's ruling: its id, its JSON. */
    static final int RULING = 4;
    /** Where the record stood in its source's stream. */
    static final int CAUSE = 5;

    static final TypeInformation<Tuple5<Integer, String, String, Float, Long>> TYPE =
            Types.TUPLE(Types.INT, Types.STRING, Types.STRING, Types.FLOAT, Types.LONG);

    private Note() {}

    static Tuple5<Integer, String, String, Float, Long> of(int kind, String a, String b, float bits, long sentAt) {
        return Tuple5.of(kind, a, b, bits, sentAt);
    }
}
