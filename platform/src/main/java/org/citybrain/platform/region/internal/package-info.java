@NullMarked
package org.citybrain.platform.region.internal;

import org.jspecify.annotations.NullMarked;
