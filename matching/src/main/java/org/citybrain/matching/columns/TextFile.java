package org.citybrain.matching.columns;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** A file of text that is looked at whole before it is used. */
public final class TextFile {
    private TextFile() {}

    /**
     * Refuses a file that is no text in its encoding.
     *
     * @param option the word of the command line that named it
     * @throws InputException with file and line of the first bytes that are none
     */
    public static void require(String option, Path file, Charset charset) throws IOException {
        try (InputStream in = new DecodedStream(CsvReader.stream(file), charset)) {
            byte[] block = new byte[1 << 16];
            long line = 1;
            int before = 0;
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                for (int i = 0; i < read; i++) {
                    if (block[i] == 0 || block[i] == (byte) DecodedStream.FAULT) {
                        throw new InputException(option + ": " + file + ":" + line + ": 这一行不是 " + charset + ", 请把文件另存为 "
                                + charset + " · this line is not " + charset + ": save the file as " + charset);
                    }
                    line += block[i] == '\n' && before != '\r' || block[i] == '\r' ? 1 : 0;
                    before = block[i];
                }
            }
        }
    }
}
