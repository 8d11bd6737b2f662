package org.citybrain.platform.scene.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.platform.scene.SceneOffice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of installed versions, of the one in force and of what was done. */
@Repository
class VersionStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;

    VersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String scene, String version, Object title, Map<String, String> content, String by) {
        jdbc.sql("""
                insert into scene.version (scene, version, title, content, installed_by)
                values (:scene, :version, :title::jsonb, :content::jsonb, :by) on conflict do nothing""")
                .param("scene", scene)
                .param("version", version)
                .param("title", write(title))
                .param("content", write(content))
                .param("by", by)
                .update();
    }

    /** The files of a version by path. */
    Optional<Map<String, String>> content(String scene, String version) {
        return jdbc.sql("select content from scene.version where scene = :scene and version = :version")
                .param("scene", scene)
                .param("version", version)
                .query(String.class)
                .optional()
                .map(VersionStore::files);
    }

    List<Active> active() {
        return jdbc.sql("select scene, version, state from scene.active order by scene")
                .query((rs, row) -> new Active(
                        rs.getString("scene"),
                        rs.getString("version"),
                        rs.getString("state").equals("ON")))
                .list();
    }

    List<SceneOffice.Version> versions(String scene) {
        return jdbc.sql("""
                select version, installed_at, installed_by from scene.version
                where scene = :scene order by installed_at desc""")
                .param("scene", scene)
                .query((rs, row) -> new SceneOffice.Version(
                        rs.getString("version"),
                        rs.getTimestamp("installed_at").toInstant(),
                        rs.getString("installed_by")))
                .list();
    }

    void activate(String scene, String version, boolean on, String by) {
        jdbc.sql("""
                insert into scene.active (scene, version, state, changed_by) values (:scene, :version, :state, :by)
                on conflict (scene) do update set version = excluded.version, state = excluded.state,
                    changed_by = excluded.changed_by, changed_at = clock_timestamp()""")
                .param("scene", scene)
                .param("version", version)
                .param("state", on ? "ON" : "OFF")
                .param("by", by)
                .update();
    }

    void change(String scene, String version, String action, String by, List<String> findings) {
        jdbc.sql("""
                insert into scene.change (scene, version, action, by_whom, findings)
                select :scene, :version, :action, :by, :findings::jsonb
                where not exists (select 1 from (select action, findings from scene.change
                        where scene = :scene order by id desc limit 1) as last
                    where :action = 'REFUSED' and last.action = 'REFUSED' and last.findings = :findings::jsonb)""")
                .param("scene", scene)
                .param("version", version)
                .param("action", action)
                .param("by", by)
                .param("findings", write(findings))
                .update();
    }

    List<Map<String, @Nullable Object>> changes(String scene) {
        return jdbc.sql("""
                select version, action, by_whom as by, findings::text as findings, changed_at as at
                from scene.change where scene = :scene order by id desc limit 50""").param("scene", scene).query().listOfRows();
    }

    static List<String> strings(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored findings cannot be read", e);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scene cannot be written as JSON", e);
        }
    }

    private static Map<String, String> files(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored scene cannot be read", e);
        }
    }

    /** The version in force. */
    record Active(String scene, String version, boolean on) {}
}
