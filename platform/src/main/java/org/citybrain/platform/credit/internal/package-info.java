/** Objections, repairs and their tables. */
@NullMarked
package org.citybrain.platform.credit.internal;

import org.jspecify.annotations.NullMarked;
