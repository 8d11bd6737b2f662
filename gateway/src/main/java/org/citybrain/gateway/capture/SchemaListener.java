package org.citybrain.gateway.capture;

/** Hears of a schema at its first sight and at every change. */
@FunctionalInterface
public interface SchemaListener {
    /** The resource's rows follow the table's schema from now on. */
    void schemaSeen(String resource, SourceTable table);
}
