package org.citybrain.platform.exchange;

import org.citybrain.kernel.finding.Finding;

/** The door for rooms that find something strange about a row after it was taken in. */
public interface RowFindings {

    /** A version of a row. */
    record Position(String resource, int lane, long sequence, int row) {

        /** Reads a receipt, {@code resource/lane/sequence/row}. */
        public static Position of(String receipt) {
            String[] parts = receipt.split("/", -1);
            return new Position(
                    parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]), Integer.parseInt(parts[3]));
        }
    }

    /** Adds a finding about a row's version; once is enough. What may be shown of the value is the argument {@code excerpt}. */
    void add(Position at, Finding finding);

    /** The row came anew: findings about its version before whose codes begin so are mended. */
    void mended(Position at, String codes);
}
