package org.citybrain.platform.catalogue.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.wire.ActiveNeed;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.platform.catalogue.DataField;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.catalogue.Need;
import org.citybrain.platform.catalogue.ResourceVersion;
import org.citybrain.platform.live.Live;
import org.citybrain.platform.topics.Outbox;
import org.springframework.stereotype.Component;

/** Tells gateways and intake the newest entry of a resource, in the change's own transaction. */
@Component
class Announcements {

    private final Resources resources;
    private final Versions versions;
    private final NeedRows needs;
    private final Outbox outbox;
    private final Live live;

    Announcements(Resources resources, Versions versions, NeedRows needs, Outbox outbox, Live live) {
        this.resources = resources;
        this.versions = versions;
        this.needs = needs;
        this.outbox = outbox;
        this.live = live;
    }

    /** Publishes the entry if the resource is registered. */
    void announce(String resource) {
        resources.find(resource).ifPresent(found -> outbox.put(Topics.CATALOGUE, resource, entry(found)));
        live.changed("catalogue");
    }

    private ResourceEntry entry(DataResource resource) {
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
