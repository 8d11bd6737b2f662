package org.citybrain.gateway.lane;

import java.nio.ByteBuffer;

/**
 * The place of a change in its resource's order at the source; the same change has the same position after every
 * restart, so that a replay is recognised.
 *
 * @param generation even for a first load, odd for the stream of changes that follows it
 * @param commit orders transactions: end of the transaction before it in the source's log; 0 in a first load
 * @param order the change's number inside its transaction and table, or the row's number in a first load, from 1
 */
public record Position(int generation, long commit, long order) implements Comparable<Position> {
    /** Before everything. */
    public static final Position START = new Position(0, 0, 0);

    static final int BYTES = 20;

    @Override
    public int compareTo(Position other) {
        int byGeneration = Integer.compare(generation, other.generation);
        if (byGeneration != 0) {
            return byGeneration;
        }
        int byCommit = Long.compareUnsigned(commit, other.commit);
        return byCommit != 0 ? byCommit : Long.compare(order, other.order);
    }

    void write(ByteBuffer out) {
        out.putInt(generation).putLong(commit).putLong(order);
    }

    static Position read(ByteBuffer in) {
        return new Position(in.getInt(), in.getLong(), in.getLong());
    }

    /** As it stands in a record, for lineage: {@code 16B3748:3}, a first load as {@code load:17}. */
    @Override
    public String toString() {
        return (generation % 2 == 0 ? "load" : Long.toHexString(commit)) + ":" + order;
    }
}
