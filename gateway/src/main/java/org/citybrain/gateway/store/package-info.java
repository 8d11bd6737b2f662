/** Small files that a kill leaves whole: state and keys. */
@NullMarked
package org.citybrain.gateway.store;

import org.jspecify.annotations.NullMarked;
