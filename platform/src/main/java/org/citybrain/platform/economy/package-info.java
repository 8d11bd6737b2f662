/**
 * Room economy (宏观经济库): monthly series computed from the departments' own rows, with unit, caliber, source and revisions.
 *
 * <p>Owns: {@code economy.vintage}, every value a closed month ever had. A month is first told when it is over; when a department
 * changes rows of it later, the new value is a revision and the old one stays. Declared in {@code registries/economy.yaml}.
 * Door: {@link org.citybrain.platform.economy.Economy}.
 *
 * <p>Words: 宏观经济库 economy registry, 指标序列 series, 口径 caliber, 修订 revision, 同比 year on year, 环比 month on month.
 */
@NullMarked
@ApplicationModule(displayName = "economy")
package org.citybrain.platform.economy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
