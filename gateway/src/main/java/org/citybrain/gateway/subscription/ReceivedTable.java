package org.citybrain.gateway.subscription;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.subscribe.TableChecksum;
import org.citybrain.kernel.wire.SubscriptionOrder;
import org.jspecify.annotations.Nullable;

/** One received table: laid down, merged into, compared. All on a connection whose transaction the caller ends. */
interface ReceivedTable {
    /** Schema of all received tables; with MariaDB a database of that name and the department's own. */
    String SCHEMA = "citybrain_received";

    /** What a merge did: rows that were new, all rows written, rows that were there and are gone. */
    record Merged(long added, long written, long deleted) {}

    /** Takes the table away, if it is there, and makes it anew with its names for people. */
    void lay(SubscriptionOrder order) throws SQLException;

    /** What somebody changed of the table's shape; null when it is as it was laid. */
    @Nullable
    String changedShape() throws SQLException;

    /** Merges changes; of several changes of one key the last counts. */
    Merged merge(List<ChangeRecord> changes) throws SQLException;

    /** Count and checksum over the whole table as it is now. */
    TableChecksum checksum() throws SQLException;

    /** Says that a table is not there. */
    static String gone(String table) {
        return "表 " + table + " 不在了 · the table " + table + " is gone";
    }

    /** Says which columns somebody added; null when there are none. */
    static @Nullable String added(String table, Collection<String> columns) {
        String names = String.join(", ", columns);
        return columns.isEmpty()
                ? null
                : "表 " + table + " 多出列 " + names + "，请重新铺底（多出的列会去掉） · " + table
                        + " has columns that were added by hand (" + names
                        + "): have it laid down anew, which takes them away";
    }

    /** Says what is wrong with a column; null when its type is the wanted one. */
    static @Nullable String wrong(String table, String column, @Nullable String type, String wanted) {
        if (type == null) {
            return "表 " + table + " 没有列 " + column + " · " + table + " has no column " + column;
        }
        return type.equals(wanted)
                ? null
                : "表 " + table + " 的列 " + column + " 类型为 " + type + "，应为 " + wanted + " · column " + column + " of "
                        + table + " is " + type + " and must be " + wanted;
    }
}
