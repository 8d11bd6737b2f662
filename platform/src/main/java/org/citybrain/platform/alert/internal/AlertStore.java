package org.citybrain.platform.alert.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.alert.Alert;
import org.citybrain.platform.alert.Alerts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of alerts. */
@Repository
class AlertStore implements Alerts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;

    AlertStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Alert> find(String id) {
        return jdbc.sql("select * from alert.alert where id = ?")
                .param(id)
                .query(AlertStore::map)
                .optional();
    }

    @Override
    public List<Alert> list(@Nullable String state, String region, int limit) {
        return jdbc.sql("""
                select * from alert.alert where (:state::text is null or state = :state) and place like :region || '%'
                order by raised_at desc limit :limit""")
                .param("state", state)
                .param("region", region)
                .param("limit", limit)
                .query(AlertStore::map)
                .list();
    }

    @Override
    public Map<String, Long> standingByCounty() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("""
                select left(place, 6) as county, count(*) as n from alert.alert
                where state = 'RAISED' group by 1 order by 1""").query((ResultSet rs) -> {
            counts.put(rs.getString("county"), rs.getLong("n"));
        });
        return counts;
    }

    /** The alert that stands for a subject and period. */
    Optional<Alert> findStanding(String scene, String kind, String subject, String period) {
        return jdbc.sql("""
                select * from alert.alert
                where scene = ? and kind = ? and subject = ? and period = ? and state = 'RAISED'""")
                .params(scene, kind, subject, period)
                .query(AlertStore::map)
                .optional();
    }

    void insert(Alert alert, String node) {
        jdbc.sql("""
                insert into alert.alert (id, scene, kind, subject, period, level, title, detail, place, state, decision,
                    raised_city, node)
                values (:id, :scene, :kind, :subject, :period, :level, :title::jsonb, :detail::jsonb, :place, 'RAISED',
                    :decision, :city, :node)""")
                .param("id", alert.id())
                .param("scene", alert.scene())
                .param("kind", alert.kind())
                .param("subject", alert.subject())
                .param("period", alert.period())
                .param("level", alert.level())
                .param("title", write(alert.title()))
                .param("detail", write(alert.detail()))
                .param("place", alert.place())
                .param("decision", alert.decision())
                .param("city", Timestamp.from(alert.raisedCity()))
                .param("node", node)
                .update();
    }

    void renew(String id, String decision, Map<String, Object> detail) {
        jdbc.sql("update alert.alert set decision = ?, detail = ?::jsonb where id = ? and state = 'RAISED'")
                .params(decision, write(detail), id)
                .update();
    }

    void withdraw(String id, String decision) {
        jdbc.sql("""
                update alert.alert set state = 'WITHDRAWN', withdrawn_by = ?, withdrawn_at = clock_timestamp()
                where id = ? and state = 'RAISED'""").params(decision, id).update();
    }

    private static Alert map(ResultSet rs, int row) throws SQLException {
        Timestamp withdrawn = rs.getTimestamp("withdrawn_at");
        return new Alert(
                rs.getString("id"),
                rs.getString("scene"),
                rs.getString("kind"),
                rs.getString("subject"),
                rs.getString("period"),
                rs.getString("level"),
                read(rs.getString("title"), new TypeReference<Bilingual>() {}),
                read(rs.getString("detail"), new TypeReference<Map<String, Object>>() {}),
                rs.getString("place"),
                rs.getString("state"),
                rs.getString("decision"),
                rs.getString("withdrawn_by"),
                rs.getTimestamp("raised_at").toInstant(),
                rs.getTimestamp("raised_city").toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an alert cannot be written as JSON", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored alert cannot be read", e);
        }
    }
}
