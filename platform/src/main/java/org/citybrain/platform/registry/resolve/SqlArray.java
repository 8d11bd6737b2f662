package org.citybrain.platform.registry.resolve;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;

/** A column of a statement that writes many rows at once. */
@SuppressWarnings("ArrayRecordComponent") // bound once, never compared
record SqlArray(String type, @Nullable Object[] values) implements SqlTypeValue {
    @Override
    public void setTypeValue(PreparedStatement statement, int index, int sqlType, @Nullable String typeName)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
