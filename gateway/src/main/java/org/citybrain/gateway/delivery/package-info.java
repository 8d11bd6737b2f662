/**
 * Deliveries (回流): rows that the platform writes back into a department's own tables, exactly once.
 *
 * <p>Owns the table {@code citybrain_delivery} in the department's database: written in the row's own transaction, it is
 * what makes a repeated message harmless.
 */
@NullMarked
package org.citybrain.gateway.delivery;

import org.jspecify.annotations.NullMarked;
