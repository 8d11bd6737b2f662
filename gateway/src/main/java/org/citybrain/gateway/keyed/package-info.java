/**
 * What was sent of a table, and the changes that a new delivery or a new load of it brings.
 *
 * <p>Door: {@link org.citybrain.gateway.keyed.KeyedTable} compares by key, {@link org.citybrain.gateway.keyed.EntrySorter}
 * orders a delivery of any size in bounded memory, {@link org.citybrain.gateway.keyed.PlanSender} sends. Files and HTTP
 * answers are compared the same way; {@link org.citybrain.gateway.keyed.Reload} compares a captured table that is loaded again. Words: delivery 交付, key 主键.
 */
@NullMarked
package org.citybrain.gateway.keyed;

import org.jspecify.annotations.NullMarked;
