/** Collections of features, put together from divisions and facts. */
@NullMarked
package org.citybrain.platform.place.internal;

import org.jspecify.annotations.NullMarked;
