package org.citybrain.platform.audit.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Writes entries into the chain that the running transaction has borrowed. */
@Service
class ChainedAudit implements Audit {

    private static final Caller NOBODY = Caller.system("platform");

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final Chain.Pool chains;

    ChainedAudit(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
        this.clock = Clock.systemUTC();
        this.chains = new Chain.Pool("platform-"
                + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")
                        .withZone(ZoneOffset.UTC)
                        .format(clock.instant())
                + "-" + UUID.randomUUID().toString().substring(0, 4));
    }

    @Override
    @Transactional
    public void record(AuditEvent event, String subject, Map<String, ?> details) {
        Chain chain = chainOfTransaction();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String actor = Callers.find().orElse(NOBODY).login();
        String text = json.writeValueAsString(new TreeMap<>(details));
        long sequence = chain.nextSequence();
        byte[] previous = chain.previous();
        byte[] hash = Link.entry(previous, chain.writer(), sequence, at, actor, event.slug(), subject, text);
        db.sql("""
                        insert into audit.entry
                            (writer, sequence, at, actor, event, subject, details, previous, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        chain.writer(),
                        sequence,
                        Timestamp.from(at),
                        actor,
                        event.slug(),
                        subject,
                        text,
                        previous,
                        hash)
                .update();
        chain.append(hash);
    }

    private Chain chainOfTransaction() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Chain bound) {
            return bound;
        }
        Chain chain = chains.borrow();
        TransactionSynchronizationManager.bindResource(this, chain);
        TransactionSynchronizationManager.registerSynchronization(new Loan(chain));
        return chain;
    }

    /** Gives the chain back when the transaction ends; a chain whose end is unknown is never used again. */
    private final class Loan implements TransactionSynchronization {

        private final Chain chain;

        Loan(Chain chain) {
            this.chain = chain;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ChainedAudit.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ChainedAudit.this, chain);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ChainedAudit.this);
            if (status == STATUS_COMMITTED) {
                chain.commit();
                chains.giveBack(chain);
            } else if (status == STATUS_ROLLED_BACK) {
                chain.rollback();
                chains.giveBack(chain);
            }
        }
    }
}
