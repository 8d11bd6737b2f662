/**
 * Folders of CSV and XLSX files as sources: bad rows set aside with findings, good rows go on.
 *
 * <p>Door: {@link org.citybrain.gateway.folder.FolderSource}; {@link org.citybrain.gateway.folder.CsvReading} looks at one
 * file. What {@code citybrain.yaml} declares is taken as it says, every other file is a table of texts. A file that comes
 * again unchanged is not sent twice; a changed one sends what differs, by key. Words: finding 问题数据, key 主键, change
 * file 变更文件.
 */
@NullMarked
package org.citybrain.gateway.folder;

import org.jspecify.annotations.NullMarked;
