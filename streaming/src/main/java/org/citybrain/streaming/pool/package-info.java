/**
 * The pool: SOURCE and STANDARD tables of every resource in Paimon, written from one job (seam 5).
 * Writers open on demand, one committer makes each checkpoint visible exactly once; every commit stores the
 * Kafka offsets and lane positions it contains.
 * Door: {@link org.citybrain.streaming.pool.PoolTables}, {@link org.citybrain.streaming.pool.PoolReader}.
 * Words: pool 数据池, STANDARD 标准表, SOURCE 原始表.
 */
@NullMarked
package org.citybrain.streaming.pool;

import org.jspecify.annotations.NullMarked;
