/**
 * Change capture from MariaDB: first loads by consistent snapshot, then the binlog, into the department's lanes.
 *
 * <p>Door: {@link org.citybrain.gateway.mariadb.MariaDbSource}. Owns the state file {@code mariadb/capture.json} and the
 * spools of first loads. The binlog is read with Debezium's client as bytes, and its values are printed here as the source
 * prints them, so that both roads give the same text and a zero date stays a zero date (ADR 0011). Words: binlog 二进制日志,
 * first load 全量装载, change capture 变更捕获.
 */
@NullMarked
package org.citybrain.gateway.mariadb;

import org.jspecify.annotations.NullMarked;
