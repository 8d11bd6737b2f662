/**
 * Room topics (消息): the only room that knows Kafka.
 *
 * <p>Owns: schema topics (outbox, position). Doors: {@link org.citybrain.platform.topics.Outbox} sends what belongs to
 * a transaction once it has committed; a bean that implements {@link org.citybrain.platform.topics.TopicListener} is
 * given every message at least once, in order of its partition, and goes on where it was after a restart;
 * {@link org.citybrain.platform.topics.TopicPort} reads one message again.
 *
 * <p>Words: 消息 message, 主题 topic, 位点 offset, 发件箱 outbox.
 */
@NullMarked
@ApplicationModule(
        displayName = "topics",
        allowedDependencies = {"home"})
package org.citybrain.platform.topics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
