/** How the chain is written, anchored and verified; nobody outside the room imports it. */
@NullMarked
package org.citybrain.platform.audit.internal;

import org.jspecify.annotations.NullMarked;
