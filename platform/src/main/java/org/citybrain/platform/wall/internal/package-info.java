@NullMarked
package org.citybrain.platform.wall.internal;

import org.jspecify.annotations.NullMarked;
