/** The hub of open pages; nobody outside the room imports it. */
@NullMarked
package org.citybrain.platform.live.internal;

import org.jspecify.annotations.NullMarked;
