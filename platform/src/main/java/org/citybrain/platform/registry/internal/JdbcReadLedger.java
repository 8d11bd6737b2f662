package org.citybrain.platform.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.ReadReason;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Single reads are rows; standing uses follow from granted needs: whoever has a row in a resource is a member of each
 * use of that resource, so that no membership list need be kept.
 */
class JdbcReadLedger implements ReadLedger {
    private final JdbcClient jdbc;
    private final Facts facts;
    private final StandingUses standing;
    private final String refField;

    JdbcReadLedger(JdbcClient jdbc, Facts facts, StandingUses standing, String refField) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.standing = standing;
        this.refField = refField;
    }

    @Override
    public void record(String personRef, ReadReason reason, boolean unmasked, Set<String> fields) {
        Caller caller = Callers.get();
        jdbc.sql(
                        "insert into registry.read(person_ref, reader, reader_name, department, purpose, legal_basis, unmasked,"
                                + " fields) values (:ref, :reader, :name, :department, :purpose, :basis, :unmasked, :fields)")
                .param("ref", personRef)
                .param("reader", caller.login())
                .param("name", caller.name())
                .param("department", caller.department())
                .param("purpose", reason.purpose())
                .param("basis", reason.legalBasis())
                .param("unmasked", unmasked)
                .param("fields", fields.stream().sorted().toArray(String[]::new))
                .update();
    }

    @Override
    public List<Entry> of(String personRef) {
        List<Entry> entries =
                new ArrayList<>(jdbc.sql("select reader_name, reader, department, purpose, legal_basis, unmasked,"
                                + " fields, read_at from registry.read"
                                + " where person_ref = :ref order by read_at desc limit 500")
                        .param("ref", personRef)
                        .query((row, number) -> single(row))
                        .list());
        Set<String> resources = facts.findAnywhere(refField, personRef).stream()
                .map(FactRow::resource)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        resources.forEach(resource -> entries.addAll(standing.of(resource)));
        return List.copyOf(entries);
    }

    private static Entry single(ResultSet row) throws SQLException {
        return new Entry(
                "SINGLE",
                row.getObject("read_at", OffsetDateTime.class).toInstant(),
                row.getString("reader_name") + " (" + row.getString("reader") + ")",
                row.getString("department"),
                row.getString("purpose"),
                row.getString("legal_basis"),
                row.getBoolean("unmasked"),
                List.of((String[]) row.getArray("fields").getArray()));
    }
}
