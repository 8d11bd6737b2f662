package org.citybrain.gateway.mariadb;

import java.sql.SQLException;
import java.util.Map;

/**
 * A place in the log together with what the log had seen there: enough to tell, later, whether it is still the same log.
 *
 * @param transactions number of the last transaction of each origin, sorted; {@code 0-1-117}
 */
record LogMark(BinlogPlace place, String transactions) {
    /** What became of a log since the mark was set. */
    enum Fate {
        /** It goes on from here. */
        SAME,
        /** The files up to here and beyond are gone: what was between is not known. */
        PURGED,
        /** Another history stands here: the server was set back or replaced. */
        OTHER
    }

    /** Compares with the server as it is now. */
    Fate fate(MariaDbServer server) throws SQLException {
        Map<String, Long> files = server.files();
        Long size = files.get(place.file());
        if (size == null) {
            boolean older = files.keySet().stream().allMatch(file -> {
                BinlogPlace first = new BinlogPlace(file, 0);
                return sameName(first) && first.number() > place.number();
            });
            return older ? Fate.PURGED : Fate.OTHER;
        }
        if (size < place.offset() || !server.transactionsAt(place).equals(transactions)) {
            return Fate.OTHER;
        }
        return Fate.SAME;
    }

    private boolean sameName(BinlogPlace other) {
        return stem(other.file()).equals(stem(place.file()));
    }

    private static String stem(String file) {
        return file.substring(0, file.lastIndexOf('.') + 1);
    }
}
