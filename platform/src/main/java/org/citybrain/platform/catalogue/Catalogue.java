package org.citybrain.platform.catalogue;

import java.util.List;
import java.util.Optional;

/** The door to what departments have. */
public interface Catalogue {

    /** All departments in order of code. */
    List<Department> listDepartments();

    /** All resources in order of id. */
    List<DataResource> list();

    /** A resource with its fields. */
    Optional<DataResource> find(String resource);

    /** All versions of a resource, accepted and waiting, newest observation first. */
    List<ResourceVersion> listVersions(String resource);

    /** The version with that fingerprint, accepted or waiting. */
    Optional<ResourceVersion> findVersion(String resource, long fingerprint);
}
