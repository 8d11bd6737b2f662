package org.citybrain.platform.exchange.internal;

import java.time.Instant;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.ResourceVersion;
import org.citybrain.platform.exchange.LaneRecord;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.pool.PoolTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The line from the source to the pool with a count at every station; a station in trouble says what to do. */
@Component
public final class Stations {

    private static final Logger log = LoggerFactory.getLogger(Stations.class);
    private static final Bilingual NOTHING = new Bilingual("", "");

    private final JdbcLedger ledger;
    private final Catalogue catalogue;
    private final PoolTables pool;

    Stations(JdbcLedger ledger, Catalogue catalogue, PoolTables pool) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.pool = pool;
    }

    /**
     * One station.
     *
     * @param id source, gateway, kafka, intake or pool
     * @param state OK, WAITING (nothing came yet) or PROBLEM
     * @param mend what to do about a problem, empty texts when there is none
     */
    public record Station(String id, Bilingual title, String state, List<Count> counts, Bilingual mend) {}

    /** A count with its label. */
    public record Count(Bilingual label, Figure figure) {}

    /** The five stations of a resource. */
    public List<Station> of(String resource) {
        List<LaneRecord> lanes = ledger.listLanes(resource);
        JdbcLedger.Counts counts = ledger.countsOf(resource);
        Instant asOf = lanes.stream()
                .map(LaneRecord::updatedAt)
                .max(Instant::compareTo)
                .orElse(Instant.now());
        long rows = lanes.stream().mapToLong(LaneRecord::rowTotal).sum();
        long bad = lanes.stream().mapToLong(LaneRecord::badTotal).sum();
        Counter counter = new Counter(LaneSources.LANE + resource, asOf);
        String flowed = counts.batches() == 0 ? "WAITING" : "OK";
        return List.of(
                source(resource),
                new Station(
                        "gateway",
                        new Bilingual("前置机", "Gateway"),
                        flowed,
                        List.of(counter.count("签名行数", "Signed rows", counts.rows(), "rows")),
                        NOTHING),
                new Station(
                        "kafka",
                        new Bilingual("消息平台", "Kafka"),
                        flowed,
                        List.of(counter.count("批次", "Batches", counts.batches(), "batches")),
                        NOTHING),
                intake(lanes, counts, counter, rows, bad),
                pool(resource, counter));
    }

    private Station source(String resource) {
        List<ResourceVersion> versions = catalogue.listVersions(resource);
        boolean waiting = versions.stream().anyMatch(version -> !version.accepted());
        Counter counter = new Counter(LaneSources.LANE + resource, Instant.now());
        Bilingual mend = waiting
                ? new Bilingual(
                        "源表结构有变化，请数据管理员在资源页面接受新版本。",
                        "The source's shape changed: a data officer accepts the new version on the resource's page.")
                : NOTHING;
        String state = versions.isEmpty() ? "WAITING" : waiting ? "PROBLEM" : "OK";
        return new Station(
                "source",
                new Bilingual("数源系统", "Source"),
                state,
                List.of(counter.count("结构版本", "Schema versions", versions.size(), "versions")),
                mend);
    }

    private static Station intake(
            List<LaneRecord> lanes, JdbcLedger.Counts counts, Counter counter, long rows, long bad) {
        boolean stands = lanes.stream().anyMatch(lane -> !"FLOWING".equals(lane.state()));
        Bilingual mend = stands
                ? new Bilingual(
                        "通道已停：" + reasons(lanes) + "。补齐缺失批次或接受新版本后自动恢复。",
                        "The lane stands: " + reasons(lanes)
                                + ". It goes on once the missing batch arrives or the version is accepted.")
                : NOTHING;
        String state = stands ? "PROBLEM" : lanes.isEmpty() ? "WAITING" : "OK";
        return new Station(
                "intake",
                new Bilingual("入池校验", "Intake"),
                state,
                List.of(
                        counter.count("收下行数", "Rows taken", rows - bad, "rows"),
                        counter.count("搁置行数", "Rows set aside", bad, "rows"),
                        counter.count("拒收批次", "Batches refused", counts.refused(), "batches")),
                mend);
    }

    private Station pool(String resource, Counter counter) {
        long rows;
        try {
            rows = pool.countOf(resource);
        } catch (RuntimeException e) {
            log.warn("the pool cannot be counted for {}", resource, e);
            return new Station(
                    "pool",
                    new Bilingual("数据池", "Pool"),
                    "PROBLEM",
                    List.of(),
                    new Bilingual("数据池暂时不能读取，请联系运维人员。", "The pool cannot be read now: call the operator."));
        }
        return new Station(
                "pool",
                new Bilingual("数据池", "Pool"),
                rows == 0 ? "WAITING" : "OK",
                List.of(counter.count("现存行数", "Rows kept", rows, "rows")),
                NOTHING);
    }

    private static String reasons(List<LaneRecord> lanes) {
        return String.join(
                "; ",
                lanes.stream()
                        .map(LaneRecord::reason)
                        .filter(reason -> !reason.isEmpty())
                        .distinct()
                        .toList());
    }

    /** Figures of one source and moment. */
    private record Counter(String source, Instant asOf) {

        Count count(String zh, String en, long value, String unit) {
            return new Count(new Bilingual(zh, en), new Figure(value, unit, source, asOf));
        }
    }
}
