package org.citybrain.platform.exchange.internal;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.exchange.ExchangeProblem;
import org.citybrain.platform.exchange.Signatures;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.topics.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Public keys of the departments' nodes; intake learns them through the catalogue's topic. */
@Service
public class NodeKeys implements Signatures {

    private final JdbcClient db;
    private final Outbox outbox;
    private final Audit audit;

    NodeKeys(JdbcClient db, Outbox outbox, Audit audit) {
        this.db = db;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Registers a key; a key that is known already changes nothing.
     *
     * @throws Refusal when it is no SM2 key or the node has no name
     */
    @Transactional
    public void register(NodeKey key) {
        try {
            new Sm2.Verifier(key.publicKeyHex());
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ExchangeProblem.BAD_KEY, key.node());
        }
        if (!key.node().matches("[a-z][a-z0-9_]*@[0-9]{2,12}")) {
            throw Refusal.of(ExchangeProblem.BAD_KEY, "node " + key.node());
        }
        int added = db.sql("""
                        insert into exchange.node_key (node, public_key, valid_from) values (?, ?, ?)
                        on conflict do nothing""")
                .params(key.node(), key.publicKeyHex(), Timestamp.from(Micros.toInstant(key.validFromMicros())))
                .update();
        if (added > 0) {
            audit.record(AuditEvent.NODE_KEY_REGISTERED, "node:" + key.node(), Map.of("publicKey", key.publicKeyHex()));
            outbox.put(Topics.CATALOGUE, "key:" + key.node(), key);
        }
    }

    /** All keys, newest first for each node. */
    public List<NodeKey> list() {
        return db.sql("select node, public_key, valid_from from exchange.node_key order by node, valid_from desc")
                .query((row, index) -> new NodeKey(
                        row.getString("node"),
                        row.getString("public_key"),
                        Micros.of(row.getTimestamp("valid_from").toInstant())))
                .list();
    }

    @Override
    @Transactional
    public void announce(NodeKey key) {
        register(key);
    }

    @Override
    public boolean signed(String node, byte[] message, byte[] signature) {
        return list().stream()
                .filter(key -> key.node().equals(node))
                .anyMatch(key -> new Sm2.Verifier(key.publicKeyHex()).verify(message, signature));
    }
}
