/**
 * Guards over the whole source tree: sizes, names, null marks, cycles. They read sources only and start nothing.
 */
@NullMarked
package org.citybrain.acceptance.house;

import org.jspecify.annotations.NullMarked;
