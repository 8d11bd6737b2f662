/**
 * Raises the departments' databases and fills them: resumable by blocks, in bounded memory.
 */
@NullMarked
package org.citybrain.samplecity.seed;

import org.jspecify.annotations.NullMarked;
