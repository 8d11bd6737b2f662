package org.citybrain.platform.live.web;

import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.live.internal.LiveHub;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events: which topics changed. No data of any person travels here. */
@RestController
final class EventsController {

    private final LiveHub hub;

    EventsController(LiveHub hub) {
        this.hub = hub;
    }

    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Authority(Right.SIGNED_IN)
    @Audited(AuditEvent.EVENTS_FOLLOWED)
    SseEmitter events() {
        return hub.follow();
    }
}
