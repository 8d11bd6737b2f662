/**
 * What is wrong with data: numbered, placed, with advice; never an exception.
 */
@NullMarked
package org.citybrain.kernel.finding;

import org.jspecify.annotations.NullMarked;
