/** Inner part of the room alert: behind its door. */
@NullMarked
package org.citybrain.platform.alert.internal;

import org.jspecify.annotations.NullMarked;
