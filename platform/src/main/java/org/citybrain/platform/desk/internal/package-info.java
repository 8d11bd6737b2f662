/** Inner part of the room desk: behind its door. */
@NullMarked
package org.citybrain.platform.desk.internal;

import org.jspecify.annotations.NullMarked;
