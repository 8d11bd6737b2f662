package org.citybrain.gateway.subscription;

import java.util.List;

/**
 * The statements about places reached that each kind of database says in its own way.
 *
 * @param make makes the tables
 * @param areThere whether they are there
 * @param put writes a subscription's standing
 * @param onceOnly ends an insertion that does nothing where the row is there
 * @param rows name of the column that counts rows
 * @param schema in which all of it lies
 */
public record ReceivingSql(
        List<String> make, String areThere, String put, String onceOnly, String rows, String schema) {
    /** Statements about {@link ReceivedTable#SCHEMA}. */
    ReceivingSql(List<String> make, String areThere, String put, String onceOnly, String rows) {
        this(make, areThere, put, onceOnly, rows, ReceivedTable.SCHEMA);
    }

    /** The same statements about another schema. */
    ReceivingSql in(String other) {
        return new ReceivingSql(
                make.stream().map(one -> named(one, other)).toList(),
                named(areThere, other),
                named(put, other),
                named(onceOnly, other),
                rows,
                other);
    }

    private static String named(String statement, String other) {
        return statement.replace(ReceivedTable.SCHEMA, other);
    }
}
