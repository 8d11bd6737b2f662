/**
 * Folders of CSV files as sources: a table per file, bad rows set aside with findings, good rows go on.
 *
 * <p>Door: {@link org.citybrain.gateway.folder.FolderSource}; {@link org.citybrain.gateway.folder.CsvReading} reads one
 * file. A file that comes again unchanged is not sent twice; a changed one sends what differs, by key. Words: finding
 * 问题数据, key 主键.
 */
@NullMarked
package org.citybrain.gateway.folder;

import org.jspecify.annotations.NullMarked;
