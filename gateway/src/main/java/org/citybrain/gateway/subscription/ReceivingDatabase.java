package org.citybrain.gateway.subscription;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.schema.FieldSpec;

/** A department's database as the place where subscriptions arrive. */
public interface ReceivingDatabase {
    /** Opens a connection on which transactions are ended by the caller. */
    Connection open() throws SQLException;

    /** How places reached are kept. */
    ReceivingSql sql();

    /** A received table. */
    ReceivedTable table(Connection connection, String table, List<FieldSpec> fields);

    /** Whether the database refused for good: the department must mend it, not the network. */
    boolean refused(SQLException error);

    /** A PostgreSQL database. */
    static ReceivingDatabase postgres(SourceAddress address) {
        return new PostgresReceiving(address);
    }

    /** A MariaDB server; received tables lie in a database of their own there. */
    static ReceivingDatabase mariaDb(SourceAddress address) {
        return new MariaDbReceiving(address);
    }
}
