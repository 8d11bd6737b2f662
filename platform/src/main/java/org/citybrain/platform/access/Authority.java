package org.citybrain.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The one right an endpoint demands. An endpoint without it is closed to everyone. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Authority {

    /** The right; {@link Right#PUBLIC} opens the endpoint to all. */
    Right value();
}
