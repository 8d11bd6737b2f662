package org.citybrain.gateway.mariadb;

import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** An event's body as it came, for those that this gateway reads itself: the client would turn zero dates into nothing. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogBody(byte[] bytes) implements EventData {
    private static final List<EventType> OWN = List.of(
            EventType.QUERY,
            EventType.TABLE_MAP,
            EventType.WRITE_ROWS,
            EventType.UPDATE_ROWS,
            EventType.DELETE_ROWS,
            EventType.EXT_WRITE_ROWS,
            EventType.EXT_UPDATE_ROWS,
            EventType.EXT_DELETE_ROWS);

    /** Reads statements, descriptions of tables and changed rows as bytes, all other events as the client does. */
    static EventDeserializer deserializer() {
        EventDeserializer deserializer = new EventDeserializer();
        OWN.forEach(type -> deserializer.setEventDataDeserializer(type, new Reading()));
        return deserializer;
    }

    /** Public for the client, which makes such readers by their class. */
    public static final class Reading implements EventDataDeserializer<LogBody> {
        @Override
        public LogBody deserialize(ByteArrayInputStream in) throws IOException {
            return new LogBody(in.read(in.available()));
        }
    }
}
