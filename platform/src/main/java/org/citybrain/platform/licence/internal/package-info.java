/** Documents, signatures and the tables of room licence. */
@NullMarked
package org.citybrain.platform.licence.internal;

import org.jspecify.annotations.NullMarked;
