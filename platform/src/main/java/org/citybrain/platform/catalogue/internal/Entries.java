package org.citybrain.platform.catalogue.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.wire.ActiveNeed;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.platform.catalogue.DataField;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.catalogue.Need;
import org.citybrain.platform.catalogue.ResourceVersion;
import org.springframework.stereotype.Component;

/** Puts together what gateways, intake and scene jobs must know of a resource. */
@Component
class Entries {

    private final Versions versions;
    private final NeedRows needs;

    Entries(Versions versions, NeedRows needs) {
        this.versions = versions;
        this.needs = needs;
    }

    /** The accepted shapes in order of version, with their data elements, and the granted needs. */
    ResourceEntry of(DataResource resource) {
        Map<String, DataField> described =
                resource.fields().stream().collect(Collectors.toMap(DataField::name, field -> field));
        List<SchemaVersion> accepted = versions.listOf(resource.id()).stream()
                .filter(ResourceVersion::accepted)
                .map(version -> withElements(version.schema(), described))
                .sorted(Comparator.comparingInt(SchemaVersion::version))
                .toList();
        List<ActiveNeed> active = needs.listFor(resource.id()).stream()
                .filter(need -> need.state() == Need.State.GRANTED)
                .map(need -> new ActiveNeed(need.scene(), need.fields(), need.lookup()))
                .toList();
        return new ResourceEntry(
                resource.id(),
                resource.title(),
                resource.department(),
                resource.shareType().name(),
                "PUBLISHED",
                accepted,
                active);
    }

    /** Data elements are the catalogue's knowledge: a gateway sees only columns. */
    private static SchemaVersion withElements(SchemaVersion version, Map<String, DataField> described) {
        List<FieldSpec> fields = version.fields().stream()
                .map(field -> {
                    DataField known = described.get(field.name());
                    return known == null || known.element() == null ? field : field.withElement(known.element());
                })
                .toList();
        return new SchemaVersion(version.version(), version.fingerprint(), fields);
    }
}
