/**
 * City time as the platform's public clock tells it (design.md §6, seam 12), or as the configuration makes it run when
 * there is no platform to ask.
 */
@NullMarked
package org.citybrain.samplecity.clock;

import org.jspecify.annotations.NullMarked;
