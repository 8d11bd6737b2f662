package org.citybrain.platform.wall.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.exchange.FlowPoint;
import org.citybrain.platform.exchange.Ledger;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.pool.PoolTables;
import org.citybrain.platform.wall.WallPicture.Block;
import org.citybrain.platform.wall.WallPicture.Flow;
import org.citybrain.platform.wall.WallPicture.Labelled;
import org.citybrain.platform.wall.WallPicture.Point;
import org.citybrain.platform.wall.WallPicture.Series;
import org.springframework.stereotype.Component;

/** The wall's figures of exchange and pool. */
@Component
class WallFigures {
    static final String ROWS_TODAY = "indicator:rows-today";
    static final String POOL_ROWS = "indicator:pool-rows";
    static final String RESOURCES = "indicator:resources";
    static final Duration MINUTE = Duration.ofMinutes(1);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration CHART = Duration.ofMinutes(30);

    private final Ledger ledger;
    private final Catalogue catalogue;
    private final PoolTables pool;
    private final SampleScale scale;

    WallFigures(Ledger ledger, Catalogue catalogue, PoolTables pool, SampleScale scale) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.pool = pool;
        this.scale = scale;
    }

    /** Start of today by machine time in the city's zone. */
    static Instant midnight(Instant now) {
        return now.atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant();
    }

    Block today(Instant now) {
        List<FlowPoint> points = ledger.flowSince(midnight(now), MINUTE);
        long rows = points.stream().mapToLong(FlowPoint::rows).sum();
        long batches = points.stream().mapToLong(FlowPoint::batches).sum();
        return new Block(
                "today",
                new Bilingual("今日归集", "Taken in today"),
                ROWS_TODAY,
                "/exchange",
                List.of(
                        new Labelled(new Bilingual("数据行", "Rows"), new Figure(rows, "rows", ROWS_TODAY, now)),
                        new Labelled(
                                new Bilingual("签名批次", "Signed batches"),
                                new Figure(batches, "batches", ROWS_TODAY, now))));
    }

    Block pool(Instant now) {
        long rows = 0;
        int resources = 0;
        for (var resource : catalogue.list()) {
            rows += pool.countOf(resource.id());
            resources++;
        }
        List<Labelled> figures = new ArrayList<>();
        figures.add(new Labelled(new Bilingual("在池数据行", "Rows in the pool"), new Figure(rows, "rows", POOL_ROWS, now)));
        figures.add(
                new Labelled(new Bilingual("数据资源", "Resources"), new Figure(resources, "resources", RESOURCES, now)));
        figures.addAll(scale.figure(now));
        return new Block("pool", new Bilingual("数据池", "Data pool"), POOL_ROWS, "/resources", figures);
    }

    Flow flow(Instant now) {
        List<Point> points = ledger.flowSince(now.minus(CHART), MINUTE).stream()
                .map(point -> new Point(point.from(), point.rows()))
                .toList();
        return new Flow(
                ROWS_TODAY, "rows", List.of(new Series("rows", new Bilingual("每分钟入池行数", "Rows per minute"), points)));
    }
}
