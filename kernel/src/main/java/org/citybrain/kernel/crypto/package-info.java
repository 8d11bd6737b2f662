/**
 * National cryptography: SM2 signatures, SM3 digests and HMAC, over Bouncy Castle's lightweight API.
 */
@NullMarked
package org.citybrain.kernel.crypto;

import org.jspecify.annotations.NullMarked;
