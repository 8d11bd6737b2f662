@NullMarked
package org.citybrain.platform.pool.internal;

import org.jspecify.annotations.NullMarked;
