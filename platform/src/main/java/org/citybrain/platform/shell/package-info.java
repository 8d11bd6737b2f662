/**
 * Room shell (门面): serves the built console from the folder the home names, client routes included, and
 * answers what the web server itself refuses.
 *
 * <p>Owns: no table. Door: none. Files with a hash in their name are kept by browsers for a year, pages are asked anew.
 *
 * <p>Words: 控制台 console.
 */
@NullMarked
@ApplicationModule(
        displayName = "shell",
        allowedDependencies = {"home", "problem"})
package org.citybrain.platform.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
