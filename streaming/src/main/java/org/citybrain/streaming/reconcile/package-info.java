/**
 * Holds a source table against its STANDARD table in the pool: count and checksum of every row's canonical text, and which
 * rows are on one side only. Door: {@link org.citybrain.streaming.reconcile.Reconciliation}. Words: 对账 reconciliation.
 */
@NullMarked
package org.citybrain.streaming.reconcile;

import org.jspecify.annotations.NullMarked;
