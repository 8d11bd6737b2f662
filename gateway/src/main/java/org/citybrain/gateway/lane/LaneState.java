package org.citybrain.gateway.lane;

/**
 * How far a resource's lane is journalled.
 *
 * @param sequence of the last batch, 0 before the first
 * @param position of the last change in it
 */
public record LaneState(long sequence, Position position) {
    static final LaneState EMPTY = new LaneState(0, Position.START);
}
