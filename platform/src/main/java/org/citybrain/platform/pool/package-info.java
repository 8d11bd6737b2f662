/**
 * Room pool (数据池): facts kept ready for decisions, and the pool's kept tables.
 *
 * <p>Owns: {@code pool.fact}, which the intake job writes (ADR 0005). Doors: {@link org.citybrain.platform.pool.Facts} for
 * decisions and registries, {@link org.citybrain.platform.pool.PoolTables} for counts and samples of the standard layer.
 *
 * <p>Words: 数据池 pool, 事实 fact, 标准层 standard layer, 回执 receipt.
 */
@NullMarked
@ApplicationModule(displayName = "pool")
package org.citybrain.platform.pool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
