/**
 * The platform: one process of rooms. A room is a package with a door at its root, {@code web} and {@code internal}
 * behind it, one database schema and one migration folder of its name. This package starts the process and wires
 * nothing else.
 */
@NullMarked
package org.citybrain.platform;

import org.jspecify.annotations.NullMarked;
