/**
 * Raises the departments' databases and fills them, or writes the same rows as files: resumable by blocks, in bounded
 * memory. Files are PostgreSQL COPY text, with the truth about each row beside them.
 */
@NullMarked
package org.citybrain.samplecity.seed;

import org.jspecify.annotations.NullMarked;
