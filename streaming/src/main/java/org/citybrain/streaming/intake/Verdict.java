package org.citybrain.streaming.intake;

import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.streaming.rows.CatalogueEntry;

/** What the rules say of one batch. */
sealed interface Verdict {
    /** Right in every way, and its schema is known. */
    record Accept(CatalogueEntry entry, SchemaVersion schema) implements Verdict {}

    /** Never right, whatever the catalogue learns. */
    record Refuse(String reason) implements Verdict {}

    /** Not to be judged before the catalogue knows more. */
    record Park(String reason) implements Verdict {}
}
