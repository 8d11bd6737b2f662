/**
 * Records that travel between processes as JSON, and the names of the topics they travel on.
 */
@NullMarked
package org.citybrain.kernel.wire;

import org.jspecify.annotations.NullMarked;
