package org.citybrain.platform.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.wire.ResourceEntry;

/** The door to what departments have. */
public interface Catalogue {

    /** All departments in order of code. */
    List<Department> listDepartments();

    /** All resources in order of id. */
    List<DataResource> list();

    /** The resources with those ids in order of id, with their fields; unknown ids are left out. */
    List<DataResource> list(Collection<String> ids);

    /** Titles of all resources by id. */
    Map<String, Bilingual> titles();

    /** A resource with its fields. */
    Optional<DataResource> find(String resource);

    /** All versions of a resource, accepted and waiting, newest observation first. */
    List<ResourceVersion> listVersions(String resource);

    /** The version with that fingerprint, accepted or waiting. */
    Optional<ResourceVersion> findVersion(String resource, long fingerprint);

    /** The resource as gateways and the engines' jobs know it: accepted shapes, data elements, granted needs. */
    Optional<ResourceEntry> entry(String resource);
}
