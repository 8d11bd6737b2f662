package org.citybrain.gateway.subscription;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.kernel.wire.SubscriptionOrder;
import org.citybrain.kernel.wire.WireJson;

/** What a platform would send: messages of one subscription, signed and numbered. */
final class SentRows {
    static final List<FieldSpec> FIELDS = List.of(
            FieldSpec.ofColumn("id", "bigint", false, true),
            FieldSpec.ofColumn("name", "character varying(20)", true, false),
            FieldSpec.ofColumn("amount", "numeric(12,2)", true, false),
            FieldSpec.ofColumn("day", "date", true, false));
    static final Sm2.KeyPair KEY = Sm2.newKeyPair();

    private final String id;
    private final Sm2.KeyPair key;
    private final List<FieldSpec> fields;
    private String table;
    private int lane;
    private long sequence;

    SentRows(String id) {
        this(id, KEY);
    }

    SentRows(String id, Sm2.KeyPair key) {
        this(id, key, FIELDS);
    }

    SentRows(String id, Sm2.KeyPair key, List<FieldSpec> fields) {
        this.id = id;
        this.table = id + "_table";
        this.fields = fields;
        this.key = key;
    }

    static byte[] keys() {
        return WireJson.write(List.of(
                new NodeKey("tax@3609", Sm2.newKeyPair().publicKeyHex(), 1),
                new NodeKey("exchange@3609", KEY.publicKeyHex(), 1)));
    }

    byte[] lay() {
        lane++;
        sequence = 0;
        return order(SubscriptionOrder.LAY, fields, 0, "");
    }

    /** Lays a table of that name. */
    byte[] layAs(String name) {
        table = name;
        return lay();
    }

    byte[] compare() {
        return order(SubscriptionOrder.RECONCILE, List.of(), 0, "");
    }

    byte[] end() {
        return order(SubscriptionOrder.END, List.of(), 0, "");
    }

    private byte[] order(String kind, List<FieldSpec> laid, long rows, String checksum) {
        sequence++;
        SubscriptionOrder order = new SubscriptionOrder(
                kind,
                id,
                "tax",
                "market.firm",
                new Bilingual("企业", "Firms"),
                table,
                laid,
                laid.stream().map(field -> field.name() + "的名称").toList(),
                lane,
                sequence,
                rows,
                checksum,
                1,
                "");
        byte[] signature = new Sm2.Signer(key.privateKeyHex()).sign(Sm3.utf8(order.signedText()));
        return WireJson.write(order.withSignature(HexFormat.of().formatHex(signature)));
    }

    /** Rows as {@code id,name,amount,day}; one beginning with a minus takes that id away. */
    byte[] rows(String... rows) {
        sequence++;
        List<byte[]> records = new ArrayList<>();
        for (String row : rows) {
            if (row.startsWith("-")) {
                records.add(ChangeRecord.ofKey('d', 1, "0/1/1", List.of(row.substring(1)), null)
                        .encode());
            } else {
                List<String> values = new ArrayList<>();
                for (String value : row.split(",", -1)) {
                    values.add(value.equals("null") ? null : value);
                }
                records.add(ChangeRecord.ofKey('u', 1, "0/1/1", List.of(values.getFirst()), values)
                        .encode());
            }
        }
        long fingerprint = SchemaVersion.fingerprintOf(fields);
        SignedBatch.Draft draft = new SignedBatch.Draft(id, "exchange@3609", lane, sequence, fingerprint, 2, 1);
        return SignedBatch.seal(draft, records, new Sm2.Signer(key.privateKeyHex()))
                .encode();
    }

    /** Leaves one number out. */
    void skip() {
        sequence++;
    }
}
