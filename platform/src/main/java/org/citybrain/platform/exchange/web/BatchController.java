package org.citybrain.platform.exchange.web;

import java.util.List;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.exchange.BatchRecord;
import org.citybrain.platform.exchange.Ledger;
import org.citybrain.platform.exchange.internal.NodeKeys;
import org.citybrain.platform.exchange.internal.Proofs;
import org.citybrain.platform.exchange.internal.Unknown;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One batch with its receipt, proofs of its rows, and the keys they are checked with. */
@RestController
final class BatchController {

    private final Ledger ledger;
    private final Proofs proofs;
    private final NodeKeys keys;

    BatchController(Ledger ledger, Proofs proofs, NodeKeys keys) {
        this.ledger = ledger;
        this.proofs = proofs;
        this.keys = keys;
    }

    /** A batch with the keys of its sender. */
    record Opened(BatchRecord batch, String fingerprint, List<NodeKey> keys) {}

    @GetMapping("/api/exchange/batches/{resource}/{lane}/{sequence}")
    @Authority(Right.EXCHANGE_READ)
    @Audited(AuditEvent.EXCHANGE_READ)
    Opened batch(@PathVariable String resource, @PathVariable int lane, @PathVariable long sequence) {
        BatchRecord batch =
                ledger.findBatch(resource, lane, sequence).orElseThrow(() -> Unknown.batch(resource, lane, sequence));
        List<NodeKey> senders = keys.list().stream()
                .filter(key -> key.node().equals(batch.node()))
                .toList();
        return new Opened(batch, Long.toString(batch.fingerprint()), senders);
    }

    /** The proof file in its one exact form: not a byte may be added by a pretty printer. */
    @GetMapping("/api/exchange/proofs/{resource}/{lane}/{sequence}/{row}")
    @Authority(Right.EXCHANGE_PROVE)
    @Audited(AuditEvent.PROOF_WRITTEN)
    ResponseEntity<byte[]> proof(
            @PathVariable String resource, @PathVariable int lane, @PathVariable long sequence, @PathVariable int row) {
        String file = resource + "-" + lane + "-" + sequence + "-" + row + ".proof.json";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(proofs.of(resource, lane, sequence, row));
    }

    @GetMapping("/api/exchange/node-keys")
    @Authority(Right.EXCHANGE_READ)
    @Audited(AuditEvent.EXCHANGE_READ)
    List<NodeKey> nodeKeys() {
        return keys.list();
    }

    @PostMapping("/api/exchange/node-keys")
    @Authority(Right.NODE_KEY_WRITE)
    @Audited(AuditEvent.NODE_KEY_REGISTERED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void register(@RequestBody NodeKey key) {
        keys.register(key);
    }
}
