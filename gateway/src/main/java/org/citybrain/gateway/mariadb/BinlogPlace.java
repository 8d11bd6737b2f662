package org.citybrain.gateway.mariadb;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A place in a server's binlog.
 *
 * @param file such as {@code binlog.000012}
 * @param offset in bytes from the file's start
 */
record BinlogPlace(String file, long offset) implements Comparable<BinlogPlace> {
    /** The file's number, which counts up. */
    @JsonIgnore
    long number() {
        return Long.parseLong(file.substring(file.lastIndexOf('.') + 1));
    }

    /** Orders transactions by where they begin; they begin in the first GiB of a file, however long they are. */
    @JsonIgnore
    long order() {
        return number() << 32 | offset;
    }

    @Override
    public int compareTo(BinlogPlace other) {
        int byFile = Long.compare(number(), other.number());
        return byFile != 0 ? byFile : Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return file + ":" + offset;
    }
}
