/**
 * What the department has subscribed to (订阅交付): batches of granted rows, verified whole and applied to tables of its own
 * database, each in one transaction with the place reached.
 *
 * <p>Owns the schema (with MariaDB the database) {@code citybrain_received} of the department: one table for each subscription, beside them
 * {@code subscription} (place reached) and {@code applied} (one line a batch, the department's own copy of its receipts).
 */
@NullMarked
package org.citybrain.gateway.subscription;

import org.jspecify.annotations.NullMarked;
