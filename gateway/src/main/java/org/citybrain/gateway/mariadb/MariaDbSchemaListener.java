package org.citybrain.gateway.mariadb;

/** Hears of a schema at its first sight and at every change. */
@FunctionalInterface
public interface MariaDbSchemaListener {
    /** The resource's rows follow the table's schema from now on. */
    void schemaSeen(String resource, MariaDbTable table);
}
