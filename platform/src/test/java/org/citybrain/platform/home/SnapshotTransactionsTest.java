package org.citybrain.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.citybrain.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class SnapshotTransactionsTest {

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    private String levelIn(int wanted) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(wanted);
        return Objects.requireNonNull(transaction.execute(status ->
                db.sql("show transaction_isolation").query(String.class).single()));
    }

    @Test
    void givesATransactionTheLevelItAsksForAndTheNextOneItsOwn() {
        assertThat(transactions).isInstanceOf(SnapshotTransactions.class);
        assertThat(levelIn(TransactionDefinition.ISOLATION_REPEATABLE_READ)).isEqualTo("repeatable read");
        assertThat(levelIn(TransactionDefinition.ISOLATION_SERIALIZABLE)).isEqualTo("serializable");
        assertThat(levelIn(TransactionDefinition.ISOLATION_DEFAULT)).isEqualTo("read committed");
    }
}
