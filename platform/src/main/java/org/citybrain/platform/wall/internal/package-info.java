/** The wall's figures, its lines of the story, and the sources that they open to. */
@NullMarked
package org.citybrain.platform.wall.internal;

import org.jspecify.annotations.NullMarked;
