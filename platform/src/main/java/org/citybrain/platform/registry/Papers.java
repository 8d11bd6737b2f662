package org.citybrain.platform.registry;

import java.util.List;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.indicator.Figure;

/** The door to papers about persons and firms: the index of e-licences and the public credit records. */
public interface Papers {

    /** A type of paper with how many there are: all, in force, soon to end, ended. */
    record Type(String resource, Bilingual title, Figure all, Figure inForce, Figure soon, Figure ended) {}

    /** A paper's golden record. */
    record Read(Paper paper, List<GoldenField> fields, List<SourceRecord> records) {
        public Read {
            fields = List.copyOf(fields);
            records = List.copyOf(records);
        }
    }

    /** The types of a kind, with counts. */
    List<Type> types(String kind);

    /**
     * Papers of one type, newest first, 50 to a page that counts from nought.
     *
     * @param state VALID, SOON, ENDED; blank for all
     */
    List<Paper> list(String kind, String resource, String state, int page);

    /** Papers by their own number, or by their holder's whole name; at most 50. */
    List<Paper> search(String kind, String number, String holder);

    /** All papers of a firm. */
    List<Paper> ofFirm(String kind, String firmRef);

    /** All papers of a person; the read goes to the person's ledger. */
    List<Paper> ofPerson(String kind, String personRef, ReadReason reason);

    /** One paper with all its fields, persons masked. */
    Read read(String kind, String ref, When when);

    /** A public credit record as its source holds it; empty when there is none. The room that asks decides who may see it. */
    Optional<CreditRecord> credit(String ref);

    /** What a paper says in full; empty when there is none. The room that asks tells the ledger of whatever it shows. */
    Optional<PaperContent> content(String kind, String ref);
}
