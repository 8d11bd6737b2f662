package org.citybrain.platform.exchange.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.exchange.BatchRecord;
import org.citybrain.platform.exchange.LaneRecord;
import org.citybrain.platform.exchange.internal.Findings;
import org.citybrain.platform.exchange.internal.JdbcLedger;
import org.citybrain.platform.exchange.internal.LaneSources;
import org.citybrain.platform.exchange.internal.Stations;
import org.citybrain.platform.exchange.internal.Unknown;
import org.citybrain.platform.indicator.Figure;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All lanes, and one lane from source to pool. */
@RestController
final class LaneController {

    private static final int LARGEST_PAGE = 200;

    private final JdbcLedger ledger;
    private final Findings findings;
    private final Stations stations;
    private final Catalogue catalogue;

    LaneController(JdbcLedger ledger, Findings findings, Stations stations, Catalogue catalogue) {
        this.ledger = ledger;
        this.findings = findings;
        this.stations = stations;
        this.catalogue = catalogue;
    }

    /** A lane in the list. */
    record Row(
            String resource,
            Bilingual title,
            String department,
            int lane,
            String state,
            String reason,
            long sequence,
            Figure rows,
            Figure badRows,
            Figure openFindings,
            Instant updatedAt) {}

    /** All lanes with their sums. */
    record Lanes(Map<String, Figure> figures, List<Row> rows) {}

    /** One resource's line and a page of its batches. */
    record Line(
            String resource,
            Bilingual title,
            String department,
            List<LaneRecord> lanes,
            List<Stations.Station> stations,
            Batches batches) {}

    /** A page of batches, newest first. */
    record Batches(long total, int page, int size, List<BatchRecord> rows) {}

    @GetMapping("/api/exchange/lanes")
    @Authority(Right.EXCHANGE_READ)
    @Audited(AuditEvent.EXCHANGE_READ)
    Lanes lanes() {
        List<LaneRecord> lanes = ledger.listLanes();
        Map<String, Bilingual> titles = catalogue.titles();
        Map<String, Long> open = findings.openByResource();
        List<Row> rows = lanes.stream()
                .map(lane -> row(lane, titles, open.getOrDefault(lane.resource(), 0L)))
                .toList();
        Instant asOf = lanes.stream()
                .map(LaneRecord::updatedAt)
                .max(Instant::compareTo)
                .orElse(Instant.now());
        long taken = lanes.stream().mapToLong(LaneRecord::rowTotal).sum();
        long bad = lanes.stream().mapToLong(LaneRecord::badTotal).sum();
        long standing =
                lanes.stream().filter(lane -> !"FLOWING".equals(lane.state())).count();
        return new Lanes(
                Map.of(
                        "rows", new Figure(taken, "rows", LaneSources.ALL, asOf),
                        "badRows", new Figure(bad, "rows", LaneSources.ALL, asOf),
                        "lanes", new Figure(lanes.size(), "lanes", LaneSources.ALL, asOf),
                        "standing", new Figure(standing, "lanes", LaneSources.ALL, asOf)),
                rows);
    }

    @GetMapping("/api/exchange/lanes/{resource}")
    @Authority(Right.EXCHANGE_READ)
    @Audited(AuditEvent.EXCHANGE_READ)
    Line line(
            @PathVariable String resource,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        Optional<DataResource> known = catalogue.find(resource);
        List<LaneRecord> lanes = ledger.listLanes(resource);
        if (known.isEmpty() && lanes.isEmpty()) {
            throw Unknown.lane(resource);
        }
        int rows = Math.clamp(size, 1, LARGEST_PAGE);
        int from = Math.max(page, 0);
        return new Line(
                resource,
                title(known, resource),
                department(resource),
                lanes,
                stations.of(resource),
                new Batches(ledger.countsOf(resource).batches(), from, rows, ledger.page(resource, from, rows)));
    }

    private static Row row(LaneRecord lane, Map<String, Bilingual> titles, long open) {
        String source = LaneSources.LANE + lane.resource();
        Instant asOf = lane.updatedAt();
        return new Row(
                lane.resource(),
                titles.getOrDefault(lane.resource(), new Bilingual(lane.resource(), lane.resource())),
                department(lane.resource()),
                lane.lane(),
                lane.state(),
                lane.reason(),
                lane.sequence(),
                new Figure(lane.rowTotal(), "rows", source, asOf),
                new Figure(lane.badTotal(), "rows", source, asOf),
                new Figure(open, "findings", LaneSources.FINDINGS + lane.resource(), asOf),
                asOf);
    }

    private static Bilingual title(Optional<DataResource> resource, String id) {
        return resource.map(DataResource::title).orElse(new Bilingual(id, id));
    }

    private static String department(String resource) {
        return resource.substring(0, Math.max(resource.indexOf('.'), 0));
    }
}
