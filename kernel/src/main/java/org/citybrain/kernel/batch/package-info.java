/**
 * The signed batch (seams 1 to 4): canonical rows, the Merkle tree over them, header, signature, encoding.
 */
@NullMarked
package org.citybrain.kernel.batch;

import org.jspecify.annotations.NullMarked;
