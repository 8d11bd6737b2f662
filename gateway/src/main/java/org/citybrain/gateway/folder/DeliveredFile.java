package org.citybrain.gateway.folder;

import java.io.IOException;
import java.util.Locale;
import org.citybrain.gateway.folder.FolderDescription.Table;
import org.jspecify.annotations.Nullable;

/**
 * A delivered file as it was copied.
 *
 * @param name as findings and lineage name it
 */
record DeliveredFile(Spool spool, String name) {
    /** Hands the file's rows on. What is wrong in it becomes a finding; false when it cannot be read at all. */
    boolean read(@Nullable Table table, FileFindings findings, Taker taker) {
        try {
            if (isXlsx(name)) {
                XlsxReading.read(spool.copy(), table, findings, taker);
            } else {
                CsvReading.read(CsvBytes.read(spool.copy()), findings, taker);
            }
            return true;
        } catch (IOException e) {
            findings.unreadable(String.valueOf(e.getMessage()));
            return false;
        }
    }

    static boolean isXlsx(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }
}
