/**
 * The schema of a resource as its source has it: fields, types, fingerprint.
 */
@NullMarked
package org.citybrain.kernel.schema;

import org.jspecify.annotations.NullMarked;
