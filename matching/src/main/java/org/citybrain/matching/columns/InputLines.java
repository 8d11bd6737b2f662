package org.citybrain.matching.columns;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citybrain.matching.schema.InputFormat;

/** Lines of a file, counted by reading it once more: only when there is something to tell. */
final class InputLines {
    private InputLines() {}

    /** The file with the line of a byte of its {@link CsvReader#stream}, as `file:line`; the file alone where it cannot be read again. */
    static String at(Path file, Charset charset, long offset) throws IOException {
        if (!Files.isRegularFile(file)) {
            return file.toString();
        }
        long line = 1;
        int before = 0;
        byte[] block = new byte[1 << 16];
        try (InputStream in = CsvReader.stream(file, charset)) {
            long left = offset;
            for (int read = 0; left > 0 && read >= 0; left -= Math.max(0, read)) {
                read = in.read(block, 0, (int) Math.min(block.length, left));
                for (int i = 0; i < read; i++) {
                    line += block[i] == '\n' && before != '\r' || block[i] == '\r' ? 1 : 0;
                    before = block[i];
                }
            }
        }
        return file + ":" + line;
    }

    /** The file with the line of a row, counted from 0 behind the heading. */
    static String ofRow(Path file, long row, InputFormat format) throws IOException {
        if (!Files.isRegularFile(file)) {
            return file + " 第 " + (row + 1) + " 行数据 · row " + (row + 1);
        }
        try (CsvReader csv = CsvReader.open(file, format.charset(), format.separator())) {
            csv.header();
            for (long i = 0; i <= row; i++) {
                csv.next();
            }
            return at(file, format.charset(), csv.rowStart());
        }
    }
}
