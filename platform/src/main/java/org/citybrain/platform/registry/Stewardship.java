package org.citybrain.platform.registry;

import java.time.Instant;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.indicator.Figure;

/** The steward's desk: doubtful pairs, rulings and their undoing, and how good each source is. */
public interface Stewardship {

    /** A doubtful pair as a line of the list, names masked. */
    record Doubt(long id, String kind, String cause, double bits, Instant foundAt, Side left, Side right) {}

    /** One of the two records. */
    record Side(long record, String entity, String resource, String maskedName, String receipt) {}

    /** A field in the comparison: what both hold, the level found, what it adds to the log2 odds and their sum so far. */
    record Step(String field, String level, String left, String right, double bits, double total) {}

    /** A doubtful pair with what speaks for and against it. */
    record Explained(Doubt doubt, List<Step> steps, double link, double clerical) {
        public Explained {
            steps = List.copyOf(steps);
        }
    }

    /** A source's card; each figure opens to its rows. */
    record QualityCard(String resource, Bilingual title, List<Measure> measures) {
        public QualityCard {
            measures = List.copyOf(measures);
        }
    }

    /** A measure of a source. */
    record Measure(String name, Bilingual label, Figure figure) {}

    /** Pairs that wait, strongest first; {@code page} counts from nought, 50 to a page. */
    List<Doubt> doubts(String kind, int page);

    /** A pair explained; both persons' ledgers tell that it was read. */
    Explained doubt(long id, ReadReason reason);

    /** Rules on a doubtful pair; tells the ruling's number. */
    long rule(long doubt, boolean same, String reason);

    /** Merges two entities whatever the comparison says; tells the ruling's number. */
    long merge(String entityA, String entityB, String reason);

    /** Takes a ruling back without loss; refused when it was taken back or replaced before. */
    void undo(long ruling, String reason);

    /** What became of an entity's records, newest first; a person's is read for a reason, within the caller's region. */
    List<EntityEvent> history(String ref, ReadReason reason);

    /** What changed in an entity's golden fields, newest first, masked; a person's as above. */
    List<FieldChange> changes(String kind, String ref, ReadReason reason);

    /** The cards of all sources of a kind. */
    List<QualityCard> quality(String kind);
}
