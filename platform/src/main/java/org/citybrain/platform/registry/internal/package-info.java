/** Golden records put together from facts by declaration; the ledger of reads; the registry's own needs. */
@NullMarked
package org.citybrain.platform.registry.internal;

import org.jspecify.annotations.NullMarked;
