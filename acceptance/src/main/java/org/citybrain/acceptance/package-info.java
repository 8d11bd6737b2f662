/**
 * End to end: guards over the source tree, and the city seen through its public doors by HTTP and browser. Has no main code.
 */
@NullMarked
package org.citybrain.acceptance;

import org.jspecify.annotations.NullMarked;
