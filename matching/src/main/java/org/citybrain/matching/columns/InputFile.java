package org.citybrain.matching.columns;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.matching.schema.InputFormat;

/**
 * Watches one file while it is read. What cannot be read rightly is refused with its line; rows with more or fewer cells
 * than the heading are counted.
 */
final class InputFile {
    private final Path file;
    private final InputFormat format;
    private final int first;
    private long rows;
    private long ragged;
    private long raggedAt;

    /**
     * Begins a file.
     *
     * @param first the number that its first record gets
     */
    InputFile(Path file, InputFormat format, int first) {
        this.file = file;
        this.format = format;
        this.first = first;
    }

    int first() {
        return first;
    }

    /** Reads the heading. */
    List<String> heading(RowChunks chunks) throws IOException {
        RowChunks.Chunk chunk = chunks.heading();
        byte[] bytes = chunk.bytes();
        if (chunk.length() > 1 && (bytes[0] == -1 && bytes[1] == -2 || bytes[0] == -2 && bytes[1] == -1)) {
            throw refused(0, "文件是 UTF-16, 请另存为 UTF-8", "the file is UTF-16: save it as UTF-8");
        }
        require(chunk, Encoding.fault(bytes, chunk.length(), Encoding.once(format.charset())));
        List<String> names = chunks.reader(chunk).header();
        if (names.isEmpty()) {
            throw refused(0, "文件是空的, 需要列名与数据行", "the file is empty: column names and rows are needed");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw refused(
                        0,
                        "列名「" + name + "」出现两次, 请改名或去掉一列",
                        "the column \"" + name + "\" stands twice in the heading: rename or drop one");
            }
        }
        requireColumn("id", format.idColumn(), names);
        requireColumn("source", format.sourceColumn(), names);
        return names;
    }

    private void requireColumn(String key, String column, List<String> names) throws IOException {
        if (!column.isEmpty() && !names.contains(column)) {
            String there = String.join(", ", names);
            throw refused(
                    0,
                    "没有声明中 " + key + " 的列「" + column + "」, 有 " + there,
                    "there is no column \"" + column + "\", which the declaration names under `" + key + "`; there are "
                            + there);
        }
    }

    /** Takes note of the rows of a chunk; chunks come in their order. */
    void take(RowChunks.Chunk chunk, ParsedRows parsed) {
        require(chunk, parsed.fault());
        if (parsed.ragged() > 0 && ragged == 0) {
            raggedAt = chunk.offset() + parsed.raggedAt();
        }
        ragged += parsed.ragged();
        rows += parsed.size();
    }

    /** Ends the file. */
    void end(RowChunks chunks) throws IOException {
        if (chunks.openQuote() >= 0) {
            throw refused(
                    chunks.openQuote(),
                    "引号没有结束, 其后的行都会并入这一格, 请补上引号",
                    "a quote that begins here does not end and swallows the rows behind it: close it");
        }
        if (rows == 0) {
            throw refused(0, "只有列名, 没有数据行", "there are column names but no rows");
        }
    }

    /** The finding of rows that do not fit the heading. */
    List<Finding> findings() throws IOException {
        if (ragged == 0) {
            return List.of();
        }
        return List.of(Finding.of(
                "MA-005",
                Severity.WARNING,
                InputLines.at(file, format.charset(), raggedAt),
                "",
                new Bilingual(
                        ragged + " 行的格数与列名不符, 从这一行起; 缺的格按空, 多的格不读",
                        ragged + " rows, of which this is the first, have more or fewer cells than the heading; missing"
                                + " cells count as empty, those beyond are not read"),
                new Bilingual("请核对分隔符与引号", "Check separators and quotes")));
    }

    /** Where a record stands. */
    String placeOf(int record) throws IOException {
        return InputLines.ofRow(file, record - first, format);
    }

    private void require(RowChunks.Chunk chunk, int fault) {
        if (fault < 0) {
            return;
        }
        Charset charset = format.charset();
        try {
            if (chunk.bytes()[fault] == 0) {
                throw refused(
                        chunk.offset() + fault,
                        "有零字节: 可能是 UTF-16 或二进制文件, 请另存为 UTF-8 的 CSV",
                        "there is a zero byte: UTF-16 or no text at all? Save it as CSV in UTF-8");
            }
            String other = charset.equals(StandardCharsets.UTF_8) ? "GB18030" : "UTF-8";
            throw refused(
                    chunk.offset() + fault,
                    "这一行不是 " + charset + ", 请在声明中写明 encoding (如 " + other + ")",
                    "this line is not " + charset + ": name the file's `encoding` in the declaration, such as "
                            + other);
        } catch (IOException unread) {
            throw new java.io.UncheckedIOException(unread);
        }
    }

    private InputException refused(long offset, String zh, String en) throws IOException {
        return new InputException(InputLines.at(file, format.charset(), offset) + ": " + zh + " · " + en);
    }
}
