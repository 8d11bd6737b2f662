/**
 * Resolve (归并): which records are one person or thing, as they come; the only writer of memberships (seam 11).
 *
 * <p>Three steps: {@link org.citybrain.streaming.resolve.Versions} by record, {@link
 * org.citybrain.streaming.resolve.Blocks} by blocking key, {@link org.citybrain.streaming.resolve.Entities} by set. At
 * rest the clusters are those that the batch finds among the same records, in whatever order they came. Topics and wire
 * records: docs/reference/memberships.md. Job: {@link org.citybrain.streaming.resolve.ResolveMain}.
 *
 * <p>Words: 归并 resolve, 实体 entity, 归属 membership, 裁定 ruling.
 */
@NullMarked
package org.citybrain.streaming.resolve;

import org.jspecify.annotations.NullMarked;
