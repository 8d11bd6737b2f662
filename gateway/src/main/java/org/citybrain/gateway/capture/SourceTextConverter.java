package org.citybrain.gateway.capture;

import io.debezium.connector.postgresql.UnchangedToastedReplicationMessageColumn;
import io.debezium.spi.converter.CustomConverter;
import io.debezium.spi.converter.RelationalColumn;
import java.util.Properties;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/** Makes every column of a Debezium record a text field that knows its PostgreSQL type. */
public final class SourceTextConverter implements CustomConverter<SchemaBuilder, RelationalColumn> {
    static final String OID = "pg.oid";
    static final String LENGTH = "pg.length";
    static final String SCALE = "pg.scale";

    @Override
    public void configure(Properties settings) {}

    @Override
    public void converterFor(RelationalColumn column, ConverterRegistration<SchemaBuilder> registration) {
        SchemaBuilder text = SchemaBuilder.string()
                .parameter(OID, Integer.toString(column.nativeType()))
                .parameter(LENGTH, Integer.toString(column.length().orElse(-1)))
                .parameter(SCALE, Integer.toString(column.scale().orElse(-1)));
        registration.register(text, value -> text(column, value));
    }

    private static @Nullable Object text(RelationalColumn column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (UnchangedToastedReplicationMessageColumn.isUnchangedToastedValue(value)) {
            throw new DataException("The source did not send the unchanged long value of " + column.dataCollection()
                    + "." + column.name() + ". Set REPLICA IDENTITY FULL on that table.");
        }
        return value.toString();
    }
}
