/** How city time is counted and stored; nobody outside the room imports it. */
@NullMarked
package org.citybrain.platform.clock.internal;

import org.jspecify.annotations.NullMarked;
