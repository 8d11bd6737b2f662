package org.citybrain.platform.wall.web;

import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.wall.WallPicture;
import org.citybrain.platform.wall.Walls;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The wall. */
@RestController
class WallController {
    private final Walls walls;

    WallController(Walls walls) {
        this.walls = walls;
    }

    @GetMapping("/api/wall")
    @Authority(Right.WALL_READ)
    @Audited(AuditEvent.WALL_READ)
    WallPicture wall() {
        return walls.now();
    }
}
