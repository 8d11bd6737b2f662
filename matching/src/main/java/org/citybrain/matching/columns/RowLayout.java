package org.citybrain.matching.columns;

import java.nio.charset.Charset;
import java.util.List;
import org.citybrain.matching.schema.InputFormat;
import org.citybrain.matching.schema.MatchField;
import org.citybrain.matching.schema.MatchSchema;

/**
 * Which cell of a file's rows is what; -1 where the file has no such column.
 *
 * @param id the record's key
 * @param source the column that names the source
 * @param truth what is truly the same, kept aside
 * @param fields by field its cells
 * @param fileSource the file's own source; -1 where a column names it
 * @param width how many columns the heading has
 * @param charset the encoding of the rows as they are read
 */
record RowLayout(int id, int source, int truth, int[][] fields, int fileSource, int width, Charset charset) {

    private static int place(List<String> header, String column) {
        return column.isEmpty() ? -1 : header.indexOf(column);
    }

    static RowLayout of(List<String> header, MatchSchema schema, String truthColumn, int fileSource) {
        InputFormat format = schema.input();
        List<MatchField> declared = schema.fields();
        int[][] cells = new int[declared.size()][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = declared.get(i).columns().stream()
                    .mapToInt(header::indexOf)
                    .filter(at -> at >= 0)
                    .toArray();
        }
        return new RowLayout(
                place(header, format.idColumn()),
                place(header, format.sourceColumn()),
                place(header, truthColumn),
                cells,
                fileSource,
                header.size(),
                Encoding.once(format.charset()));
    }

    String text(PackedTexts texts, int i) {
        return new String(texts.bytes(), texts.start(i), texts.length(i), charset);
    }
}
