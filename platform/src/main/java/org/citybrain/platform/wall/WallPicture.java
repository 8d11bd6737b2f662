package org.citybrain.platform.wall;

import java.time.Instant;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.region.Region;
import org.jspecify.annotations.Nullable;

/** All that the wall shows at one moment. */
public record WallPicture(
        Instant asOf,
        List<Block> blocks,
        Bilingual countyTitle,
        List<County> counties,
        List<ShownAlert> alerts,
        List<ShownStage> stages,
        Flow flow,
        List<ShownDecision> decisions) {
    public WallPicture {
        blocks = List.copyOf(blocks);
        counties = List.copyOf(counties);
        alerts = List.copyOf(alerts);
        stages = List.copyOf(stages);
        decisions = List.copyOf(decisions);
    }

    /** A group of figures; {@code to} is the console page it leads to. */
    public record Block(String id, Bilingual title, String source, String to, List<Labelled> figures) {
        public Block {
            figures = List.copyOf(figures);
        }
    }

    /** A figure with its words. */
    public record Labelled(Bilingual label, Figure figure) {}

    /** A county's value on the map. */
    public record County(String code, String name, long value, String unit, String source) {}

    /** An alert as a line of the ticker. */
    public record ShownAlert(
            String id,
            String scene,
            String level,
            Bilingual title,
            @Nullable Region place,
            String state,
            Instant raisedAt,
            String decisionId) {}

    /** Cases in a stage. */
    public record ShownStage(String id, Bilingual title, Figure count, String source) {}

    /** Rows taken per minute, one series for all departments together. */
    public record Flow(String source, String unit, List<Series> series) {
        public Flow {
            series = List.copyOf(series);
        }
    }

    /** A line of the flow chart. */
    public record Series(String id, Bilingual title, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** A minute of the flow. */
    public record Point(Instant at, long value) {}

    /** A decision in one sentence. */
    public record ShownDecision(String id, Bilingual sentence, String outcome, Instant at) {}
}
