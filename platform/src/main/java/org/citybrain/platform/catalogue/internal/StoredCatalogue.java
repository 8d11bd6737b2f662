package org.citybrain.platform.catalogue.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.catalogue.Department;
import org.citybrain.platform.catalogue.ResourceVersion;
import org.springframework.stereotype.Service;

/** The door over the room's tables. */
@Service
final class StoredCatalogue implements Catalogue {

    private final Resources resources;
    private final Versions versions;
    private final Entries entries;

    StoredCatalogue(Resources resources, Versions versions, Entries entries) {
        this.resources = resources;
        this.versions = versions;
        this.entries = entries;
    }

    @Override
    public List<Department> listDepartments() {
        return resources.departments();
    }

    @Override
    public List<DataResource> list() {
        return resources.list();
    }

    @Override
    public List<DataResource> list(Collection<String> ids) {
        return resources.list(ids);
    }

    @Override
    public Map<String, Bilingual> titles() {
        return resources.titles();
    }

    @Override
    public Optional<DataResource> find(String resource) {
        return resources.find(resource);
    }

    @Override
    public List<ResourceVersion> listVersions(String resource) {
        return versions.listOf(resource);
    }

    @Override
    public Optional<ResourceVersion> findVersion(String resource, long fingerprint) {
        return versions.find(resource, fingerprint);
    }

    @Override
    public Optional<ResourceEntry> entry(String resource) {
        return resources.find(resource).map(entries::of);
    }
}
