/**
 * What stands in MariaDB's binlog, decoded from bytes: descriptions of tables, rows, statements, and the values as the source
 * prints them (ADR 0011). Knows nothing of captures.
 *
 * <p>Doors: {@link org.citybrain.gateway.binlog.LoggedTable}, {@link org.citybrain.gateway.binlog.LoggedRows},
 * {@link org.citybrain.gateway.binlog.LoggedStatement}. Words: binlog 二进制日志.
 */
@NullMarked
package org.citybrain.gateway.binlog;

import org.jspecify.annotations.NullMarked;
