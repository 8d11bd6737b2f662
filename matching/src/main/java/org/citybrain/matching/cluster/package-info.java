/**
 * Clusters (聚类): linked pairs become persons or things, strongest link first, unless a guard forbids it.
 *
 * <p>Door: {@link org.citybrain.matching.cluster.BatchMatcher}.
 *
 * <p>Words: 聚类 cluster, 守卫 guard, 薄弱桥 weak bridge, 人工复核 clerical review.
 */
@NullMarked
package org.citybrain.matching.cluster;

import org.jspecify.annotations.NullMarked;
