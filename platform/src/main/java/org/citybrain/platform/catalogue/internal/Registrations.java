package org.citybrain.platform.catalogue.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.SchemaObserved;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.catalogue.CatalogueProblem;
import org.citybrain.platform.catalogue.DataField;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.catalogue.Department;
import org.citybrain.platform.catalogue.ResourceVersion;
import org.citybrain.platform.problem.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers departments and resources, and takes the shapes in which their rows come. */
@Service
public class Registrations {

    private static final String RULE = "system:catalogue";

    private final Resources resources;
    private final Versions versions;
    private final Announcements announcements;
    private final Audit audit;

    Registrations(Resources resources, Versions versions, Announcements announcements, Audit audit) {
        this.resources = resources;
        this.versions = versions;
        this.announcements = announcements;
        this.audit = audit;
    }

    /** Registers a department or renames it. */
    @Transactional
    public void register(Department department) {
        if (resources.put(department)) {
            audit.record(
                    AuditEvent.DEPARTMENT_REGISTERED,
                    "department:" + department.code(),
                    Map.of("title", department.title().zh()));
        }
    }

    /**
     * Registers a resource; the same registration again changes nothing.
     *
     * @return true when it was new
     */
    @Transactional
    public boolean register(DataResource resource) {
        if (!resource.id().startsWith(resource.department() + ".")) {
            throw Refusal.of(
                    CatalogueProblem.BAD_REGISTRATION,
                    "资源 " + resource.id() + " 须以所属部门 " + resource.department() + " 开头 · resource " + resource.id()
                            + " must begin with its department " + resource.department());
        }
        resources.lock(resource.id());
        DataResource before = resources.find(resource.id()).orElse(null);
        if (resource.equals(before)) {
            return false;
        }
        resources.ensureDepartment(resource.department());
        resources.put(resource);
        audit.record(
                AuditEvent.RESOURCE_REGISTERED,
                "resource:" + resource.id(),
                Map.of("fields", resource.fields().size(), "new", before == null));
        acceptFirstMatch(resource.id());
        announcements.announce(resource.id());
        return before == null;
    }

    /** Takes what a gateway saw; the first shape of a registered resource is accepted if its field names match. */
    @Transactional
    public void observe(SchemaObserved observed) {
        resources.lock(observed.resource());
        boolean fresh = versions.observe(
                observed.resource(),
                observed.fingerprint(),
                observed.fields(),
                Micros.toInstant(observed.observedAtMicros()));
        if (fresh) {
            audit.record(
                    AuditEvent.SCHEMA_OBSERVED,
                    "resource:" + observed.resource(),
                    Map.of("fingerprint", Long.toString(observed.fingerprint())));
            acceptFirstMatch(observed.resource());
        }
        if (fresh) {
            announcements.announce(observed.resource());
        }
    }

    /** A person accepts a waiting shape; an accepted one stays as it is. */
    @Transactional
    public void accept(String resource, long fingerprint) {
        resources.lock(resource);
        if (resources.find(resource).isEmpty()) {
            throw Refusal.of(CatalogueProblem.UNKNOWN_RESOURCE, resource);
        }
        ResourceVersion version = versions.find(resource, fingerprint)
                .orElseThrow(() -> Refusal.of(CatalogueProblem.UNKNOWN_VERSION, resource + " " + fingerprint));
        if (!version.accepted()) {
            take(version, Callers.get().login());
            announcements.announce(resource);
        }
    }

    private void acceptFirstMatch(String resource) {
        DataResource registered = resources.find(resource).orElse(null);
        List<ResourceVersion> seen = versions.listOf(resource);
        if (registered == null || seen.stream().anyMatch(ResourceVersion::accepted)) {
            return;
        }
        Set<String> names = registered.fields().stream().map(DataField::name).collect(Collectors.toSet());
        seen.stream()
                .filter(version -> names.equals(
                        version.fields().stream().map(FieldSpec::name).collect(Collectors.toSet())))
                .findFirst()
                .ifPresent(version -> take(version, RULE));
    }

    private void take(ResourceVersion version, String by) {
        versions.accept(version.resource(), version.fingerprint(), by);
        resources
                .find(version.resource())
                .ifPresent(resource -> resources.putFields(resource.id(), described(resource, version.fields())));
        audit.record(
                AuditEvent.VERSION_ACCEPTED,
                "resource:" + version.resource(),
                Map.of("fingerprint", Long.toString(version.fingerprint()), "by", by));
    }

    /** The source's columns with the titles and data elements that the catalogue knows for them. */
    private static List<DataField> described(DataResource resource, List<FieldSpec> columns) {
        Map<String, DataField> known = new LinkedHashMap<>();
        resource.fields().forEach(field -> known.put(field.name(), field));
        return columns.stream()
                .map(column -> {
                    DataField field = known.get(column.name());
                    String element = field == null ? column.element() : field.element();
                    Bilingual title = field == null ? new Bilingual(column.name(), column.name()) : field.title();
                    return new DataField(
                            column.name(),
                            title,
                            column.sourceType(),
                            column.length(),
                            column.nullable(),
                            column.key(),
                            element);
                })
                .toList();
    }
}
