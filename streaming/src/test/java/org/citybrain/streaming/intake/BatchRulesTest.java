package org.citybrain.streaming.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.batch.BatchHeader;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.streaming.rows.CatalogueEntry;
import org.junit.jupiter.api.Test;

/** How a batch is judged as a whole. */
class BatchRulesTest implements BatchRules.Known {
    private static final String RESOURCE = "civil_affairs.assistance";
    private static final SchemaVersion SCHEMA =
            new SchemaVersion(1, 42, List.of(FieldSpec.ofColumn("no", "bigint", false, true)));

    private final Sm2.KeyPair key = Sm2.newKeyPair();
    private final Map<String, NodeKey> keys =
            new HashMap<>(Map.of("civil_affairs@3609", new NodeKey("civil_affairs@3609", key.publicKeyHex(), 0)));
    private final Map<String, CatalogueEntry> entries = new HashMap<>(Map.of(
            RESOURCE,
            CatalogueEntry.read(WireJson.write(new ResourceEntry(
                    RESOURCE,
                    new Bilingual("救助", "assistance"),
                    "civil_affairs",
                    "",
                    "",
                    List.of(SCHEMA),
                    List.of())))));
    private final BatchRules subject = new BatchRules();

    @Override
    public Optional<CatalogueEntry> findEntry(String resource) {
        return Optional.ofNullable(entries.get(resource));
    }

    @Override
    public Optional<NodeKey> findKey(String node) {
        return Optional.ofNullable(keys.get(node));
    }

    private SignedBatch batch(String node, long fingerprint) {
        byte[] row = ChangeRecord.of('c', 1, "", SCHEMA, null, List.of("7")).encode();
        return SignedBatch.seal(
                new SignedBatch.Draft(RESOURCE, node, 0, 1, fingerprint, 1, 1),
                List.of(row),
                new Sm2.Signer(key.privateKeyHex()));
    }

    private Verdict judge(SignedBatch batch) {
        return subject.judge(batch, RESOURCE, this);
    }

    @Test
    void acceptsWhatItsDepartmentSignedInAKnownSchema() {
        assertThat(judge(batch("civil_affairs@3609", 42))).isInstanceOf(Verdict.Accept.class);
    }

    @Test
    void parksWhatTheCatalogueCannotExplainYet() {
        assertThat(judge(batch("civil_affairs@3609", 43))).isInstanceOf(Verdict.Park.class);
        keys.clear();
        assertThat(judge(batch("civil_affairs@3609", 42))).isInstanceOf(Verdict.Park.class);
    }

    @Test
    void refusesAnotherDepartmentsSignatureAndAnotherResourcesKey() {
        keys.put("health_insurance@3609", new NodeKey("health_insurance@3609", key.publicKeyHex(), 0));
        assertThat(judge(batch("health_insurance@3609", 42))).isInstanceOf(Verdict.Refuse.class);
        assertThat(subject.judge(batch("civil_affairs@3609", 42), "civil_affairs.other", this))
                .isInstanceOf(Verdict.Refuse.class);
    }

    @Test
    void refusesRowsThatTheSignatureDoesNotCover() {
        SignedBatch good = batch("civil_affairs@3609", 42);
        byte[] other = ChangeRecord.of('c', 1, "", SCHEMA, null, List.of("8")).encode();
        BatchHeader header = good.header();
        assertThat(judge(new SignedBatch(header, good.signature(), good.secret(), List.of(other))))
                .isInstanceOf(Verdict.Refuse.class);
        assertThat(judge(new SignedBatch(header, good.signature(), good.secret(), List.of(new byte[] {1}))))
                .isInstanceOf(Verdict.Refuse.class);
        assertThat(judge(new SignedBatch(header, new byte[] {1, 2}, good.secret(), good.records())))
                .isInstanceOf(Verdict.Refuse.class);
    }
}
