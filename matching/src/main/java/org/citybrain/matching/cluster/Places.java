package org.citybrain.matching.cluster;

import java.util.Arrays;

/** The places of some records, known by their numbers; emptied and used again. */
final class Places {
    private int[] records = new int[64];
    private int[] places = new int[64];
    private int size;

    Places() {
        Arrays.fill(records, -1);
    }

    void clear(int expected) {
        int room = Integer.highestOneBit(Math.max(16, expected)) * 4;
        if (records.length < room) {
            records = new int[room];
            places = new int[room];
        }
        if (size > 0 || records.length == room) {
            Arrays.fill(records, -1);
        }
        size = 0;
    }

    /** Notes a record; false when it is there already. */
    boolean add(int record) {
        int slot = slot(record);
        if (records[slot] == record) {
            return false;
        }
        records[slot] = record;
        size++;
        return true;
    }

    void put(int record, int place) {
        places[slot(record)] = place;
    }

    int of(int record) {
        return places[slot(record)];
    }

    private int slot(int record) {
        int mask = records.length - 1;
        int slot = record * 0x9E3779B9 >>> 7 & mask;
        while (records[slot] >= 0 && records[slot] != record) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
