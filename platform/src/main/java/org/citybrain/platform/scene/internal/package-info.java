/** Inner part of the room scene: behind its door. */
@NullMarked
package org.citybrain.platform.scene.internal;

import org.jspecify.annotations.NullMarked;
