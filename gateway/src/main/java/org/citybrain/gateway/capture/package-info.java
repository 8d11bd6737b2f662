/**
 * Capture of a department's PostgreSQL database: first load of each table, then its changes, by Debezium embedded.
 *
 * <p>Door: {@link org.citybrain.gateway.capture.PostgresSource}. Values are the source's own text on both roads. Debezium's
 * offset moves only at ends of transactions of which every batch is acknowledged. Words: first load 首次装载, replication
 * slot 复制槽.
 */
@NullMarked
package org.citybrain.gateway.capture;

import org.jspecify.annotations.NullMarked;
