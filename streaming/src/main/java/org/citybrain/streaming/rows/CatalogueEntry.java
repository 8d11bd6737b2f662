package org.citybrain.streaming.rows;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.wire.ActiveNeed;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.kernel.wire.WireJson;

/** A resource of the catalogue as intake uses it, with the bytes it came as. */
public final class CatalogueEntry {
    private final ResourceEntry entry;
    private final byte[] json;
    private final Set<String> neededFields = new LinkedHashSet<>();
    private final Set<String> lookupFields = new LinkedHashSet<>();

    private CatalogueEntry(ResourceEntry entry, byte[] json) {
        this.entry = entry;
        this.json = json;
        for (ActiveNeed need : entry.needs() == null ? java.util.List.<ActiveNeed>of() : entry.needs()) {
            neededFields.addAll(need.fields());
            if (need.lookup() != null) {
                lookupFields.addAll(need.lookup());
            }
        }
        neededFields.addAll(lookupFields);
    }

    /**
     * Reads the catalogue's JSON.
     *
     * @throws IllegalArgumentException when it is not a resource entry
     */
    public static CatalogueEntry read(byte[] json) {
        return new CatalogueEntry(WireJson.read(json, ResourceEntry.class), json);
    }

    /** Resource id. */
    public String resource() {
        return entry.resource();
    }

    /** The department that answers for it. */
    public String department() {
        return entry.department();
    }

    /** As it came. */
    public byte[] json() {
        return json;
    }

    /** The accepted version with this fingerprint. */
    public Optional<SchemaVersion> findVersion(long fingerprint) {
        return entry.versions().stream()
                .filter(version -> version.fingerprint() == fingerprint)
                .findFirst();
    }

    /** The newest accepted version. */
    public Optional<SchemaVersion> findNewest() {
        return entry.versions().stream().max(java.util.Comparator.comparingInt(SchemaVersion::version));
    }

    /** Whether facts are kept and rows published. */
    public boolean isNeeded() {
        return !neededFields.isEmpty();
    }

    /** All fields that any active need names. */
    public Set<String> neededFields() {
        return neededFields;
    }

    /** The fields by which facts are found. */
    public Set<String> lookupFields() {
        return lookupFields;
    }

    /** Whether facts of both entries look the same: the same fields, lookups and data elements (so the same refs). */
    public boolean needsTheSame(CatalogueEntry other) {
        return neededFields.equals(other.neededFields)
                && lookupFields.equals(other.lookupFields)
                && neededElements().equals(other.neededElements());
    }

    private Set<String> neededElements() {
        return findNewest().map(SchemaVersion::fields).orElse(List.of()).stream()
                .filter(field -> neededFields.contains(field.name()) || neededFields.contains(field.name() + "_ref"))
                .filter(field -> field.element() != null)
                .map(field -> field.name() + "=" + field.element())
                .collect(Collectors.toSet());
    }
}
