package org.citybrain.streaming.resolve;

import java.util.List;
import org.citybrain.kernel.wire.MemberKey;

/** Names of records, and of their versions, as texts in the job's state. */
final class RecordName {
    private static final String BREAK = "\u0001";

    private RecordName() {}

    static String of(MemberKey key) {
        return key.source() + BREAK + key.key();
    }

    static MemberKey key(String record) {
        String[] parts = record.split(BREAK, -1);
        return new MemberKey(parts[0], parts[1]);
    }

    /** One version of a record: what it held between two changes. */
    static String version(String record, int version) {
        return record + BREAK + version;
    }

    /** The record of which this is a version. */
    static String record(String version) {
        return version.substring(0, version.lastIndexOf(BREAK));
    }

    static String join(List<String> texts) {
        return String.join(BREAK, texts);
    }

    static List<String> split(String texts) {
        return List.of(texts.split(BREAK, -1));
    }
}
