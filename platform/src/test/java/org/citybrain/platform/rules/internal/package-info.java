/** Tests of the room's inner parts. */
@NullMarked
package org.citybrain.platform.rules.internal;

import org.jspecify.annotations.NullMarked;
