/**
 * Measurements of the running city. Each prints its figures as lines and writes them as JSON with the commit, the number of
 * cores, the seed and the inputs; a figure is what was seen, never a target.
 */
@NullMarked
package org.citybrain.launcher.bench;

import org.jspecify.annotations.NullMarked;
