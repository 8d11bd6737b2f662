package org.citybrain.gateway.keyed;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.citybrain.kernel.schema.SchemaVersion;

/**
 * How a delivery's entries are to be read.
 *
 * @param schema that its rows follow
 * @param mark the source's own place after this delivery, kept with the table: a digest, a number, a cursor
 * @param whole whether rows that are not in it are gone
 * @param mayDelete in a whole delivery, which absent keys (canonical tuples) are believed to be gone
 * @param firstWins which of several rows of one key counts: the first, or else the last
 * @param place of the delivery as such, for lineage of deletions
 * @param timeMicros when it was found, epoch microseconds
 * @param repeated hears of the rows that lost to another one of their key
 */
public record Delivery(
        SchemaVersion schema,
        String mark,
        boolean whole,
        Predicate<byte[]> mayDelete,
        boolean firstWins,
        String place,
        long timeMicros,
        Consumer<Entry> repeated) {}
