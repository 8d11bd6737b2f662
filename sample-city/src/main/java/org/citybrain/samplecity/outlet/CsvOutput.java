package org.citybrain.samplecity.outlet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows as RFC 4180 wants them; no value is an empty field. A sign that the encoding lacks is an error. */
final class CsvOutput {
    private final Writer out;

    CsvOutput(OutputStream bytes, Charset charset) {
        out = new BufferedWriter(new OutputStreamWriter(
                bytes,
                charset.newEncoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    void row(List<? extends @Nullable String> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            String value = values.get(i);
            if (value != null) {
                out.write(field(value));
            }
        }
        out.write("\r\n");
    }

    private static String field(String value) {
        return value.isEmpty() || value.chars().anyMatch(sign -> ",\"\r\n".indexOf(sign) >= 0)
                ? "\"" + value.replace("\"", "\"\"") + "\""
                : value;
    }

    void end() throws IOException {
        out.flush();
    }
}
