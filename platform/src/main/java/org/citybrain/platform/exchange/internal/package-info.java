/** The ledger's tables, proofs, findings, keys and deliveries; nobody outside the room imports it. */
@NullMarked
package org.citybrain.platform.exchange.internal;

import org.jspecify.annotations.NullMarked;
