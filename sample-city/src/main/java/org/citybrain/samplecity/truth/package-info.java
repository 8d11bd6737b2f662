/**
 * What should be found: the medical-burden rule computed from the rows as the departments hold them, and the files
 * under {@code <home>/truth} that say so. Written independently of platform and scene, to be compared with them.
 */
@NullMarked
package org.citybrain.samplecity.truth;

import org.jspecify.annotations.NullMarked;
