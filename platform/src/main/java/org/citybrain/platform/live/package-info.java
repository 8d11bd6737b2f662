/**
 * Room live (实时更新): tells open pages that something changed, so that they ask again.
 *
 * <p>Owns: no table. Door: {@link org.citybrain.platform.live.Live#changed}. Pages follow {@code GET /api/events}
 * (server-sent events): {@code event: changed}, data {@code {"topic":"todo"}}. Topics: todo, alert, wall, lane, case,
 * catalogue, scene, clock, finding.
 *
 * <p>Words: 更新 change, 心跳 heartbeat.
 */
@NullMarked
@ApplicationModule(
        displayName = "live",
        allowedDependencies = {"access", "audit"})
package org.citybrain.platform.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
