/**
 * The city's public doors as a check or a measurement uses them: HTTP as a signed-in account or as a machine, and the
 * departments' own databases. Nothing here looks behind a door.
 */
@NullMarked
package org.citybrain.launcher.door;

import org.jspecify.annotations.NullMarked;
