/**
 * Working days on the Chinese calendar with moved days, and time conversions of the wire.
 */
@NullMarked
package org.citybrain.kernel.time;

import org.jspecify.annotations.NullMarked;
