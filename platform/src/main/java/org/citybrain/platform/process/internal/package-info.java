/** Inner part of the room process: behind its door. */
@NullMarked
package org.citybrain.platform.process.internal;

import org.jspecify.annotations.NullMarked;
