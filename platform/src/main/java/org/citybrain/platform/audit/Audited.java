package org.citybrain.platform.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one audit event an endpoint names. For {@link AuditEvent.Weight#LOOK} the entry is written for it; for
 * {@link AuditEvent.Weight#CHANGE} the room calls {@link Audit#record} in its transaction, and a successful answer
 * without an entry is an error of the program that a test finds.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {

    /** The event. */
    AuditEvent value();
}
