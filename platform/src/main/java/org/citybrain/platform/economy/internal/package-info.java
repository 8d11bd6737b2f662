/** Computes the series, keeps their vintages, asks for the needs. */
@NullMarked
package org.citybrain.platform.economy.internal;

import org.jspecify.annotations.NullMarked;
