/** Facts from PostgreSQL through their look-up index; counts and samples from the lake's newest commits. */
@NullMarked
package org.citybrain.platform.pool.internal;

import org.jspecify.annotations.NullMarked;
