package org.citybrain.kernel.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.junit.jupiter.api.Test;

class RecordsWriterTest {
    @Test
    void writesLoadedRowsAsTheCanonicalRecordIs() {
        Random random = new Random(3);
        for (int fields : new int[] {1, 8, 9, 40}) {
            SchemaVersion schema = schema(fields);
            FieldBytes row = new FieldBytes(fields);
            RecordsWriter writer = new RecordsWriter(1);
            List<byte[]> expected = new ArrayList<>();
            int size = 0;
            for (int n = 1; n <= 150; n++) {
                List<String> values = values(random, fields);
                byte[] position = ("load:" + n).getBytes(StandardCharsets.UTF_8);
                set(row, values);
                size += RecordsWriter.loadedLength(position, schema.keyPositions(), row);
                writer.addLoaded(77L, position, schema.keyPositions(), row);
                expected.add(ChangeRecord.of('r', 77L, "load:" + n, schema, null, values)
                        .encode());
            }
            Records records = writer.records();
            assertThat(List.copyOf(records)).containsExactlyElementsOf(expected);
            assertThat(records.encodedLength()).isEqualTo(size);
        }
    }

    private static void set(FieldBytes row, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value == null) {
                row.setNull(i);
            } else {
                byte[] bytes = ("x" + value).getBytes(StandardCharsets.UTF_8);
                row.set(i, bytes, 1, bytes.length - 1);
            }
        }
    }

    private static List<String> values(Random random, int fields) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            values.add(i > 0 && random.nextInt(4) == 0 ? null : "宜".repeat(random.nextInt(90)));
        }
        return values;
    }

    private static SchemaVersion schema(int fields) {
        List<FieldSpec> list = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            list.add(FieldSpec.ofColumn("f" + i, "text", i > 0, i == 0));
        }
        return SchemaVersion.observed(list);
    }
}
