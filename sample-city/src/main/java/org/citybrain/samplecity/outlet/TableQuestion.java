package org.citybrain.samplecity.outlet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.Column;

/**
 * One page of a table as the interface answers it.
 *
 * @param keys whether only keys are asked for
 * @param since rows changed from this time on; empty for all
 * @param page from 1
 */
record TableQuestion(CityTable table, boolean keys, String since, int page, int size) {
    private static final JsonFactory JSON = new JsonFactory();

    /** The answer, in the mood that the interface is in. */
    String answer(Connection connection, String time, Mood mood) throws SQLException, IOException {
        String name = table.name();
        int shown = mood.is(name, "repeat") ? 1 : page;
        long total = total(connection);
        long pages = (total + size - 1) / size;
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("code", mood.is(name, "error") ? 500 : 0);
            json.writeStringField("message", mood.is(name, "error") ? "系统繁忙" : "success");
            json.writeStringField("time", time);
            json.writeObjectFieldStart("data");
            json.writeNumberField("page", page);
            json.writeNumberField("size", size);
            json.writeNumberField("total", Math.max(0, total + mood.shift(name, "total")));
            json.writeNumberField("pages", Math.max(0, pages + mood.shift(name, "pages")));
            json.writeArrayFieldStart("records");
            records(connection, json, shown, mood);
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
        String answer = text.toString();
        return mood.is(name, "broken") ? answer.substring(0, answer.length() / 2) : answer;
    }

    private String condition() {
        return since.isEmpty() ? "" : " WHERE updated_at >= ?";
    }

    private long total(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM public." + table.name() + condition())) {
            bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        if (!since.isEmpty()) {
            statement.setString(1, since);
        }
    }

    private void records(Connection connection, JsonGenerator json, int shown, Mood mood)
            throws SQLException, IOException {
        String columns = keys
                ? table.key()
                : String.join(", ", table.columns().stream().map(Column::name).toList());
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + columns + " FROM public."
                + table.name() + condition() + " ORDER BY " + table.key() + " LIMIT " + size + " OFFSET "
                + (long) (shown - 1) * size)) {
            bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                for (int i = 0; rows.next(); i++) {
                    if (keys) {
                        json.writeNumber(rows.getString(1));
                    } else {
                        record(rows, json, i == 0, mood);
                    }
                }
            }
        }
    }

    private void record(ResultSet row, JsonGenerator json, boolean first, Mood mood) throws SQLException, IOException {
        json.writeStartObject();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            boolean last = i == table.columns().size() - 1;
            String value = row.getString(i + 1);
            if (first && last && mood.is(table.name(), "drop")) {
                continue;
            }
            json.writeFieldName(column.name());
            if (first && last && mood.is(table.name(), "retype")) {
                json.writeNumber(0);
            } else if (value == null) {
                json.writeNull();
            } else if (column.sourceType().matches("bigint|integer|numeric.*")) {
                json.writeNumber(value);
            } else {
                json.writeString(value);
            }
        }
        json.writeEndObject();
    }
}
