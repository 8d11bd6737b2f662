/**
 * A proof that one row was delivered in one signed batch; verified offline with the sender's public key alone.
 */
@NullMarked
package org.citybrain.kernel.proof;

import org.jspecify.annotations.NullMarked;
