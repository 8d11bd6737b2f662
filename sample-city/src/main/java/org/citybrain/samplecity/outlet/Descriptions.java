package org.citybrain.samplecity.outlet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Column;

/** What a department tells the gateway of its files or its interface, in the gateway's own formats. */
final class Descriptions {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Descriptions() {}

    /** {@code citybrain.yaml} of a folder. */
    static void ofFolder(String department, Path outbox) throws IOException {
        List<Object> tables = new ArrayList<>();
        for (CityTable table : CityTables.of(department)) {
            ExportKind kind = ExportKind.of(table);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("table", table.name());
            entry.put("file", kind.fullName(table));
            if (kind == ExportKind.CHANGES) {
                entry.put("changes", table.name() + ".*.changes.csv");
                entry.put(
                        "operation",
                        Map.of(
                                "column", FolderExport.OPERATION,
                                "insert", List.of("新增"),
                                "update", List.of("修改"),
                                "delete", List.of("删除")));
            }
            entry.put("fields", fields(table, true));
            tables.add(entry);
        }
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("format", "citybrain-folder/1");
        description.put("tables", tables);
        AtomicOutput.write(outbox.resolve("citybrain.yaml"), out -> out.write(YAML.writeValueAsBytes(description)));
    }

    /** The description of an interface. */
    static void ofInterface(String department, Path file) throws IOException {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("format", "citybrain-http/1");
        description.put("token", Map.of("path", "/oauth/token", "value", "/access_token", "seconds", "/expires_in"));
        description.put("paging", Map.of("page", "page", "size", "size", "first", 1, "rows", 500));
        description.put(
                "answer",
                Map.of(
                        "records", "/data/records",
                        "total", "/data/total",
                        "pages", "/data/pages",
                        "time", "/time",
                        "success", Map.of("at", "/code", "is", "0")));
        description.put("every", "PT3S");
        description.put("full", "PT15M");
        List<Object> tables = new ArrayList<>();
        for (CityTable table : CityTables.of(department)) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("table", table.name());
            entry.put("path", "/api/v1/" + table.name());
            entry.put("since", Map.of("field", "updated_at", "parameter", "updated_since", "overlap", "PT3H"));
            entry.put("keys", Map.of("path", "/api/v1/" + table.name() + "/keys", "every", "PT30S"));
            entry.put("fields", fields(table, false));
            tables.add(entry);
        }
        description.put("tables", tables);
        AtomicOutput.write(file, out -> out.write(YAML.writeValueAsBytes(description)));
    }

    private static List<Object> fields(CityTable table, boolean titled) {
        List<Object> fields = new ArrayList<>();
        for (Column column : table.columns()) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("name", column.name());
            if (titled) {
                field.put("title", column.title().zh());
            }
            field.put("type", column.sourceType());
            field.put("key", column.key());
            field.put("nullable", column.nullable());
            fields.add(field);
        }
        return fields;
    }
}
