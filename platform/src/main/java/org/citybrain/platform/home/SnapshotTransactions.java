package org.citybrain.platform.home;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Transactions that ask for an isolation level say so in their own first statement, which travels with {@code BEGIN}. The
 * connection's own setting would be asked for, changed and changed back: three more questions to the database for each look-up
 * of a person.
 */
@Component("transactionManager")
class SnapshotTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    SnapshotTransactions(DataSource database) {
        super(database);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, new OwnLevel(definition));
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (definition instanceof OwnLevel own && own.wanted != TransactionDefinition.ISOLATION_DEFAULT) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("SET TRANSACTION ISOLATION LEVEL " + words(own.wanted));
            }
        }
    }

    private static String words(int level) {
        return switch (level) {
            case TransactionDefinition.ISOLATION_READ_UNCOMMITTED, TransactionDefinition.ISOLATION_READ_COMMITTED ->
                "READ COMMITTED";
            case TransactionDefinition.ISOLATION_REPEATABLE_READ -> "REPEATABLE READ";
            case TransactionDefinition.ISOLATION_SERIALIZABLE -> "SERIALIZABLE";
            default -> throw new IllegalArgumentException("No isolation level has the number " + level);
        };
    }

    /** The wish for a level, kept from the connection. */
    private static final class OwnLevel extends DefaultTransactionDefinition {
        private static final long serialVersionUID = 1L;
        private final int wanted;

        OwnLevel(TransactionDefinition definition) {
            super(definition);
            this.wanted = definition.getIsolationLevel();
            setIsolationLevel(ISOLATION_DEFAULT);
        }
    }
}
