/**
 * The engines process: a Kafka broker, a Flink cluster and the keeper that keeps the wanted jobs running on it.
 * Owns: the home's kafka and checkpoint folders, the topics of the house.
 * Door: {@link org.citybrain.streaming.engines.Broker}, {@link org.citybrain.streaming.engines.FlinkCluster},
 * {@link org.citybrain.streaming.engines.JobKeeper}.
 * In: cb.jobs (what should run). Out: cb.job-status (what runs, and why not).
 * Words: keeper 作业看护, checkpoint 检查点. The keeper only speaks REST, so an outside Flink cluster works the same.
 */
@NullMarked
package org.citybrain.streaming.engines;

import org.jspecify.annotations.NullMarked;
