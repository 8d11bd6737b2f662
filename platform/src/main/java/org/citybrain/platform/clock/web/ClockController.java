package org.citybrain.platform.clock.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** City time beside machine time. */
@RestController
final class ClockController {

    private final CityTime cityTime;

    ClockController(CityTime cityTime) {
        this.cityTime = cityTime;
    }

    /** City time, machine time and how many city seconds pass in one machine second. */
    record Times(OffsetDateTime cityTime, OffsetDateTime machineTime, double speed) {}

    /** A wish: one of the two is given. */
    record Wish(@Nullable Double speed, @Nullable OffsetDateTime advanceTo) {}

    @GetMapping({"/api/clock", "/api/public/clock"})
    @Authority(Right.PUBLIC)
    @Audited(AuditEvent.CLOCK_READ)
    Times read() {
        Clock clock = cityTime.clock();
        return new Times(
                OffsetDateTime.now(clock), OffsetDateTime.now(Clock.system(clock.getZone())), cityTime.speed());
    }

    @PostMapping("/api/clock")
    @Authority(Right.CLOCK_SET)
    @Audited(AuditEvent.CLOCK_SET)
    Times set(@RequestBody Wish wish) {
        if (wish.speed() == null && wish.advanceTo() == null) {
            throw Refusal.badRequest("请给出 speed 或 advanceTo · give speed or advanceTo");
        }
        if (wish.advanceTo() != null) {
            cityTime.advanceTo(wish.advanceTo().toInstant());
        }
        if (wish.speed() != null) {
            cityTime.setSpeed(wish.speed());
        }
        return read();
    }
}
