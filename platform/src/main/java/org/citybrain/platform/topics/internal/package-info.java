/** Kafka, the outbox's sender and the followers of topics; nobody outside the room imports it. */
@NullMarked
package org.citybrain.platform.topics.internal;

import org.jspecify.annotations.NullMarked;
