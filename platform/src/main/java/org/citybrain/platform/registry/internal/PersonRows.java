package org.citybrain.platform.registry.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.registry.SourceRecord;
import org.citybrain.platform.registry.When;
import org.citybrain.platform.registry.resolve.EntityRows;

/** All rows that tell of a person: the records it is made of, and what other resources hold under its numbers. */
final class PersonRows {
    private final String refField;
    private final Set<String> memberResources;
    private final EntityRows entities;
    private final Facts facts;
    private final StoredCorrections corrections;
    private final Clock clock;

    PersonRows(
            String refField,
            Set<String> memberResources,
            EntityRows entities,
            Facts facts,
            StoredCorrections corrections,
            Clock clock) {
        this.refField = refField;
        this.memberResources = Set.copyOf(memberResources);
        this.entities = entities;
        this.facts = facts;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** A person as found: the id it bears now, its rows, the records among them, open corrections by field. */
    record Found(
            String entity,
            List<FactRow> rows,
            List<SourceRecord> records,
            Map<String, StoredCorrections.Open> corrections) {}

    /**
     * The rows behind an id; empty when nothing was known. A person that only facts tell of, because resolve has not yet
     * taken its rows, is found by its number's id.
     */
    Optional<Found> find(String ref, When when) {
        Instant now = clock.instant();
        Instant valid = when.asOf() == null ? now : when.asOf();
        Instant known = when.asKnown() == null ? now : when.asKnown();
        String entity = entities.find(ref).orElse(ref);
        List<EntityRows.Member> members = entities.of(entity, valid, known);
        Set<String> refs = new HashSet<>(entities.numberRefs(entity));
        if (refs.isEmpty()) {
            refs.add(ref);
        }
        List<FactRow> rows = new ArrayList<>();
        members.forEach(member -> rows.add(member.row()));
        boolean stored = !members.isEmpty();
        facts.findAnywhere(refField, refs).stream()
                .filter(row -> !stored || !memberResources.contains(row.resource()))
                .filter(row ->
                        !row.sourceTime().isAfter(valid) && !row.knownTime().isAfter(known))
                .forEach(rows::add);
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
}
