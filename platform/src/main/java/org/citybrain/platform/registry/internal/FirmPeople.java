package org.citybrain.platform.registry.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.registry.FirmRecord;
import org.citybrain.platform.registry.FirmRole;
import org.citybrain.platform.registry.Masking;
import org.citybrain.platform.registry.When;
import org.citybrain.platform.registry.declared.Declaration;
import org.citybrain.platform.registry.resolve.EntityRows;
import org.jspecify.annotations.Nullable;

/** Who runs or holds which firm, from both sides, as the sources' own rows tell it. */
final class FirmPeople {
    private final Registries.Registry registry;
    private final EntityRows entities;
    private final Facts facts;

    FirmPeople(Registries.Registry registry, EntityRows entities, Facts facts) {
        this.registry = registry;
        this.entities = entities;
        this.facts = facts;
    }

    /** The persons of a firm. */
    List<FirmRecord.Position> of(SubjectRows.Found found, boolean unmasked) {
        List<FirmRecord.Position> people = new ArrayList<>();
        for (Declaration.PeopleOf relation : registry.declaration().people()) {
            found.rows().stream()
                    .filter(row -> row.resource().equals(relation.resource()) && row.field(relation.name()) != null)
                    .map(row -> position(relation, row, unmasked))
                    .forEach(people::add);
        }
        return people;
    }

    private static FirmRecord.Position position(Declaration.PeopleOf relation, FactRow row, boolean unmasked) {
        String name = GoldenFields.text(row.field(relation.name()));
        return new FirmRecord.Position(
                relation.role(),
                row.field(relation.person()),
                unmasked ? name : Masking.NAME.mask(name),
                value(relation.detail(), row),
                value(relation.from(), row),
                value(relation.to(), row),
                row.receipt());
    }

    private static @Nullable String value(@Nullable String column, FactRow row) {
        return column == null ? null : row.field(column);
    }

    /** The firms of a person. */
    List<FirmRole> rolesOf(String personRef, GoldenFields golden) {
        Set<String> refs = new HashSet<>(Set.of(personRef));
        entities.find(personRef).ifPresent(entity -> refs.addAll(entities.numberRefs(entity)));
        List<FirmRole> roles = new ArrayList<>();
        for (Declaration.PeopleOf relation : registry.declaration().people()) {
            facts.findAnywhere(relation.person(), refs).stream()
                    .filter(row -> row.resource().equals(relation.resource()))
                    .map(row -> role(relation, row, golden))
                    .forEach(roles::add);
        }
        return roles;
    }

    private FirmRole role(Declaration.PeopleOf relation, FactRow row, GoldenFields golden) {
        Optional<SubjectRows.Found> firm =
                entityOf(relation, row).flatMap(entity -> registry.rows().find(entity, When.NOW));
        return new FirmRole(
                relation.role(),
                firm.map(SubjectRows.Found::entity).orElse(null),
                firm.map(golden::nameOf).orElseGet(() -> Objects.requireNonNullElse(row.field(relation.firm()), "")),
                value(relation.detail(), row),
                value(relation.from(), row),
                value(relation.to(), row),
                row.receipt());
    }

    /** The firm of a row: the record's own when it is one of the registry's, else that of its number. */
    private Optional<String> entityOf(Declaration.PeopleOf relation, FactRow row) {
        return entities.ofRecord(row.resource(), row.key())
                .or(() -> Optional.ofNullable(row.field(relation.firm()))
                        .flatMap(number -> registry.resolver().numberRef(number)));
    }
}
