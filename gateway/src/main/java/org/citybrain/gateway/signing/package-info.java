/** The department's SM2 key: made at the first start, kept in a file of mode 0600, its public half registered. */
@NullMarked
package org.citybrain.gateway.signing;

import org.jspecify.annotations.NullMarked;
