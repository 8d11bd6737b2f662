package org.citybrain.platform.scene.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.citybrain.decisions.DatedParameters;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.platform.scene.SceneParameters;
import org.citybrain.sceneformat.DatedValue;
import org.citybrain.sceneformat.Parameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The table of dated parameters. Reads are kept in memory until a value is added here; several platforms over one
 * database would ask each time.
 */
@Repository
class ParameterStore implements SceneParameters {
    private final JdbcClient jdbc;
    private final Map<String, DatedParameters> cache = new ConcurrentHashMap<>();

    ParameterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public DatedParameters of(InstalledScene scene) {
        return cache.computeIfAbsent(key(scene.id(), scene.version()), key -> read(scene));
    }

    @Override
    public List<Known> history(String scene) {
        return jdbc.sql("select * from scene.parameter where scene = ? order by id, known_at desc, from_date desc")
                .param(scene)
                .query(ParameterStore::known)
                .list();
    }

    /** Adds a value; a value already known from that day by the same basis is not added twice. */
    void add(String scene, String id, DatedValue value, String author) {
        jdbc.sql("""
                insert into scene.parameter (scene, id, from_date, value, basis, basis_en, verified, author)
                select :scene, :id, :from, :value, :basis, :english, :verified, :author
                where not exists (select 1 from scene.parameter
                    where scene = :scene and id = :id and from_date = :from and value = :value and basis = :basis)""")
                .param("scene", scene)
                .param("id", id)
                .param("from", value.from())
                .param("value", value.value())
                .param("basis", value.basis().zh())
                .param("english", value.basis().en())
                .param("verified", value.verified())
                .param("author", author)
                .update();
        forgetAfterwards(scene);
    }

    private void forgetAfterwards(String scene) {
        forget(scene);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget(scene);
                }
            });
        }
    }

    private void forget(String scene) {
        cache.keySet().removeIf(key -> key.startsWith(scene + "@"));
    }

    private DatedParameters read(InstalledScene scene) {
        Map<String, List<DatedValue>> values =
                jdbc.sql("""
                select distinct on (id, from_date) * from scene.parameter
                where scene = ? order by id, from_date, known_at desc""").param(scene.id()).query(ParameterStore::known).list().stream()
                        .collect(Collectors.groupingBy(
                                Known::id, Collectors.mapping(ParameterStore::dated, Collectors.toList())));
        return DatedParameters.of(scene.scene().parameters().values().stream()
                .map(each -> new Parameter(
                        each.id(),
                        each.title(),
                        each.unit(),
                        values.getOrDefault(each.id(), each.values()),
                        each.file()))
                .toList());
    }

    private static String key(String scene, String version) {
        return scene + "@" + version;
    }

    private static DatedValue dated(Known known) {
        return new DatedValue(
                known.from(), known.value(), new Bilingual(known.basis(), known.basisEn()), known.verified());
    }

    private static Known known(ResultSet rs, int row) throws SQLException {
        return new Known(
                rs.getString("id"),
                rs.getDate("from_date").toLocalDate(),
                rs.getString("value"),
                rs.getString("basis"),
                rs.getString("basis_en"),
                rs.getBoolean("verified"),
                rs.getString("author"),
                rs.getTimestamp("known_at").toInstant());
    }
}
