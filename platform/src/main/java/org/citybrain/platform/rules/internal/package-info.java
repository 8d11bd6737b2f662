/** Inner part of the room rules: behind its door. */
@NullMarked
package org.citybrain.platform.rules.internal;

import org.jspecify.annotations.NullMarked;
