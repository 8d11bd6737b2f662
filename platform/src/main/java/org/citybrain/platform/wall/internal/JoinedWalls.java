package org.citybrain.platform.wall.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.wall.WallPicture;
import org.citybrain.platform.wall.Walls;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Joins the rooms' figures; many screens share one picture a second. */
@Component
class JoinedWalls implements Walls {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final WallFigures figures;
    private final WallStory story;
    private @Nullable WallPicture last;

    JoinedWalls(WallFigures figures, WallStory story) {
        this.figures = figures;
        this.story = story;
    }

    @Override
    public synchronized WallPicture now() {
        Instant now = Instant.now();
        if (last == null || last.asOf().plus(FRESH).isBefore(now)) {
            last = new WallPicture(
                    now,
                    List.of(figures.today(now), figures.pool(now)),
                    new Bilingual("各县市区有效预警", "Standing alerts by county"),
                    story.counties(),
                    story.newestAlerts(),
                    story.stages(now),
                    figures.flow(now),
                    story.newestDecisions());
        }
        return last;
    }
}
