package org.citybrain.platform.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.region.Region;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.When;
import org.citybrain.platform.registry.resolve.EntityRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Single reads are rows; standing uses follow from granted needs: whoever has a row in a resource is a member of each
 * use of that resource, so that no membership list need be kept.
 */
class JdbcReadLedger implements ReadLedger {
    private final JdbcClient jdbc;
    private final Facts facts;
    private final StandingUses standing;
    private final Registries.Registry persons;
    private final EntityRows entities;

    JdbcReadLedger(
            JdbcClient jdbc, Facts facts, StandingUses standing, Registries.Registry persons, EntityRows entities) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.facts = facts;
        this.standing = standing;
        this.persons = persons;
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
        requireRegion(personRef);
        Set<String> refs = idsOf(personRef);
        List<Entry> entries =
                new ArrayList<>(jdbc.sql("select reader_name, reader, department, purpose, legal_basis, unmasked,"
                                + " fields, read_at from registry.read"
                                + " where person_ref = any(:refs) order by read_at desc limit 500")
                        .param("refs", refs.toArray(String[]::new))
                        .query((row, number) -> single(row))
                        .list());
        Set<String> resources = facts
                .findAnywhere(Objects.requireNonNull(persons.declaration().ref()), refs)
                .stream()
                .map(FactRow::resource)
                .collect(Collectors.toCollection(TreeSet::new));
        resources.forEach(resource -> entries.addAll(standing.of(resource)));
        return List.copyOf(entries);
    }

    /** Whoever serves a part of the city reads the ledgers of its persons; of one whose place is not known, none. */
    private void requireRegion(String personRef) {
        Admission.requireRegion(persons.rows()
                .find(personRef, When.NOW)
                .map(found -> persons.golden().placeOf(found.rows()))
                .map(Region::code)
                .orElse(""));
    }

    /** Every id the person ever bore: reads stay with the id under which they were made. */
    private Set<String> idsOf(String personRef) {
        Set<String> refs = new TreeSet<>(Set.of(personRef));
        entities.find(personRef).ifPresent(entity -> {
            refs.add(entity);
            refs.addAll(entities.numberRefs(entity));
            refs.addAll(entities.formerIds(entity));
        });
        return refs;
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
