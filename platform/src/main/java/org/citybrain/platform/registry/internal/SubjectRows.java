package org.citybrain.platform.registry.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.registry.SourceRecord;
import org.citybrain.platform.registry.When;
import org.citybrain.platform.registry.declared.Declaration;
import org.citybrain.platform.registry.resolve.EntityRows;
import org.citybrain.platform.registry.resolve.RecordDeclaration;

/** All rows that tell of a person or firm: the records it is made of, and what other resources hold under its numbers. */
final class SubjectRows {
    private final Declaration declaration;
    private final RecordDeclaration.Loaded declared;
    private final EntityRows entities;
    private final Facts facts;
    private final StoredCorrections corrections;
    private final Clock clock;

    SubjectRows(
            Declaration declaration,
            RecordDeclaration.Loaded declared,
            EntityRows entities,
            Facts facts,
            StoredCorrections corrections) {
        this.declaration = declaration;
        this.declared = declared;
        this.entities = entities;
        this.facts = facts;
        this.corrections = corrections;
        this.clock = Clock.systemUTC();
    }

    /** What was found: the id it bears now, its rows, the records among them, open corrections by field. */
    record Found(
            String entity,
            List<FactRow> rows,
            List<SourceRecord> records,
            Map<String, StoredCorrections.Open> corrections) {}

    /**
     * The rows behind an id; empty when nothing was known, or it is another kind's. A person that only facts tell of, because resolve has not yet
     * taken its rows, is found by its number's id.
     */
    Optional<Found> find(String ref, When when) {
        Instant now = clock.instant();
        Instant valid = when.asOf() == null ? now : when.asOf();
        Instant known = when.asKnown() == null ? now : when.asKnown();
        // most ids are those that their persons bear now: one question less
        List<EntityRows.Member> members = when.isPast() ? List.of() : own(entities.of(ref, valid, known));
        String entity = ref;
        if (members.isEmpty()) {
            entity = entities.find(ref).orElse(ref);
            members = own(entities.of(entity, valid, known));
        }
        List<FactRow> rows = rows(members, factsOf(ref, entity, members, when), valid, known);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<SourceRecord> records = members.stream()
                .map(member -> new SourceRecord(
                        member.record(),
                        member.row().resource(),
                        member.row().receipt(),
                        member.row().sourceTime(),
                        member.row().knownTime()))
                .toList();
        return Optional.of(new Found(entity, rows, records, when.isPast() ? Map.of() : corrections.open(entity)));
    }

    /** What bore this very id at a past moment, even if another id has taken its records since. */
    List<FactRow> bearing(String id, Instant at) {
        List<EntityRows.Member> members = own(entities.of(id, at, at));
        return rows(members, factsOf(id, id, members, new When(at, at)), at, at);
    }

    private List<FactRow> rows(List<EntityRows.Member> members, List<FactRow> told, Instant valid, Instant known) {
        List<FactRow> rows = new ArrayList<>();
        members.forEach(member -> rows.add(member.row()));
        told.stream()
                .filter(row -> members.isEmpty() || !declared.sources().containsKey(row.resource()))
                .filter(row ->
                        !row.sourceTime().isAfter(valid) && !row.knownTime().isAfter(known))
                .forEach(rows::add);
        return rows;
    }

    /** An id leads to what this registry is made of, never to one of another kind. */
    private List<EntityRows.Member> own(List<EntityRows.Member> members) {
        return members.stream()
                .filter(member -> declared.sources().containsKey(member.row().resource()))
                .toList();
    }

    private List<FactRow> factsOf(String ref, String entity, List<EntityRows.Member> members, When when) {
        if (declaration.ref() != null) {
            Set<String> refs = when.isPast() || members.isEmpty()
                    ? Set.copyOf(entities.numberRefs(entity))
                    : members.stream()
                            .map(EntityRows.Member::numberRef)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet());
            return facts.findAnywhere(declaration.ref(), refs.isEmpty() ? Set.of(ref) : refs);
        }
        Set<String> numbers =
                numbers(members.stream().map(EntityRows.Member::row).toList());
        return numbers.isEmpty()
                ? List.of()
                : declaration.lookups().stream()
                        .flatMap(field -> facts.findAnywhere(field, numbers).stream())
                        .toList();
    }

    /** The valid numbers that rows of the registry's own records tell. */
    Set<String> numbers(List<FactRow> rows) {
        Set<String> numbers = new LinkedHashSet<>();
        for (FactRow row : rows) {
            String number = declared.numberOf(row.resource(), row.fields());
            if (number != null && !number.isBlank()) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
