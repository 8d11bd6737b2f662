package org.citybrain.platform.catalogue;

import java.util.Map;

/** What another room tells about the live flow of resources; room exchange implements it. */
public interface Flows {

    /** For each resource that has flowed: the members that a page shows as its flow. */
    Map<String, Map<String, Object>> flows();

    /** Open and other findings of a resource by state, as the page's quality. */
    Map<String, Object> qualityOf(String resource);
}
