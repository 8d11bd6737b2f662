/** Divisions and outlines read from the home's files; generated village centres for points. */
@NullMarked
package org.citybrain.platform.region.internal;

import org.jspecify.annotations.NullMarked;
