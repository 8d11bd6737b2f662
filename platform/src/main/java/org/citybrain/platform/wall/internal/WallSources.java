package org.citybrain.platform.wall.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.alert.Alert;
import org.citybrain.platform.alert.Alerts;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.exchange.Ledger;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.citybrain.platform.indicator.SourceView.Link;
import org.citybrain.platform.indicator.SourceView.ReceiptLink;
import org.citybrain.platform.pool.PoolTables;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.Cases;
import org.citybrain.platform.rules.DecisionRecord;
import org.citybrain.platform.rules.RecordedDecisions;
import org.citybrain.platform.scene.Scenes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the wall's own sources. */
@Component
class WallSources implements SourceProvider {
    private static final String DECISIONS = "indicator:decisions";
    private static final int SHOWN = 50;

    private final Alerts alerts;
    private final Cases cases;
    private final RecordedDecisions decisions;
    private final Scenes scenes;
    private final Exchanged exchanged;

    WallSources(Alerts alerts, Cases cases, RecordedDecisions decisions, Scenes scenes, Exchanged exchanged) {
        this.alerts = alerts;
        this.cases = cases;
        this.decisions = decisions;
        this.scenes = scenes;
        this.exchanged = exchanged;
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        return Optional.ofNullable(
                switch (id) {
                    case WallFigures.ROWS_TODAY -> exchanged.rowsToday();
                    case WallFigures.POOL_ROWS -> exchanged.poolRows(id);
                    case WallFigures.RESOURCES -> exchanged.resources(id);
                    case WallStory.ALERTS -> alerts(id, "", reader);
                    case WallStory.CASES -> cases(reader);
                    case DECISIONS -> decisions();
                    default ->
                        id.startsWith(WallStory.COUNTY_ALERTS)
                                ? alerts(id, id.substring(WallStory.COUNTY_ALERTS.length()), reader)
                                : null;
                });
    }

    private SourceView alerts(String id, String county, Caller reader) {
        String region = county.isEmpty() ? reader.region() : county;
        List<Alert> standing = alerts.list("RAISED", region, SHOWN);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Alert alert : standing) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("alert", alert.id());
            row.put("level", alert.level());
            row.put("place", alert.place());
            row.put("raisedAt", alert.raisedAt());
            row.put("decision", alert.decision());
            rows.add(row);
        }
        return view(
                id,
                new Bilingual("当前有效的预警, 已撤回的不计", "Standing alerts; withdrawn ones are not counted"),
                "alert.alert where state = 'RAISED' and place like '" + region + "%'",
                rows,
                alerts.standingByCounty().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(region) || region.startsWith(entry.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                List.of(),
                new Link("alerts", "/alerts"));
    }

    private SourceView cases(Caller reader) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        List<ReceiptLink> receipts = new ArrayList<>();
        for (CaseRecord record : cases.list(null, null, reader.region(), SHOWN)) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("case", record.id());
            row.put("stage", record.stage());
            row.put("state", record.state());
            row.put("openedAt", record.openedAt());
            rows.add(row);
            record.receipts().stream().limit(1).map(ReceiptLink::parse).forEach(receipts::add);
        }
        return view(
                WallStory.CASES,
                new Bilingual("按环节统计的个案数, 已结束的按结果统计", "Cases by stage; ended ones by how they ended"),
                "process.case group by stage, state",
                rows,
                cases.countByStage("").values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                receipts,
                new Link("cases", "/cases"));
    }

    private SourceView decisions() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        List<ReceiptLink> receipts = new ArrayList<>();
        scenes.list().stream()
                .flatMap(scene -> decisions.list(scene.id(), SHOWN).stream())
                .limit(SHOWN)
                .forEach((DecisionRecord decision) -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put("decision", decision.id());
                    row.put("rule", decision.rule());
                    row.put("outcome", decision.outcome());
                    row.put("decidedAt", decision.decidedAt());
                    rows.add(row);
                    decision.receipts().stream()
                            .limit(1)
                            .map(ReceiptLink::parse)
                            .forEach(receipts::add);
                });
        return view(
                DECISIONS,
                new Bilingual("各场景最近作出的判定", "The newest decisions of the scenes"),
                "rules.decision order by decided_at desc",
                rows,
                rows.size(),
                receipts,
                new Link("wall", "/wall"));
    }

    static SourceView view(
            String id,
            Bilingual definition,
            String query,
            List<Map<String, @Nullable Object>> rows,
            long count,
            List<ReceiptLink> receipts,
            Link link) {
        return new SourceView(id, definition, query, Instant.now(), rows, count, receipts, List.of(link));
    }

    /** The sources of exchange and pool. */
    @Component
    static class Exchanged {
        private final Ledger ledger;
        private final Catalogue catalogue;
        private final PoolTables pool;

        Exchanged(Ledger ledger, Catalogue catalogue, PoolTables pool) {
            this.ledger = ledger;
            this.catalogue = catalogue;
            this.pool = pool;
        }

        SourceView rowsToday() {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            List<ReceiptLink> receipts = new ArrayList<>();
            ledger.listNewest(SHOWN).forEach(batch -> {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("resource", batch.resource());
                row.put("sequence", batch.sequence());
                row.put("rows", batch.rowCount());
                row.put("receivedAt", batch.receivedAt());
                rows.add(row);
                receipts.add(new ReceiptLink(batch.resource(), batch.lane(), batch.sequence(), -1));
            });
            Instant midnight = WallFigures.midnight(Instant.now());
            long count = ledger.flowSince(midnight, WallFigures.MINUTE).stream()
                    .mapToLong(point -> point.rows())
                    .sum();
            return view(
                    WallFigures.ROWS_TODAY,
                    new Bilingual(
                            "今天零时起验签收下的行数, 含首次装载",
                            "Rows taken since midnight after verification, first loads included"),
                    "exchange.batch where received_at >= " + midnight,
                    rows,
                    count,
                    receipts,
                    new Link("exchange", "/exchange"));
        }

        SourceView poolRows(String id) {
            List<Map<String, @Nullable Object>> rows = resources();
            return view(
                    id,
                    new Bilingual(
                            "标准层各资源当前行数之和, 精确到行", "Rows now in the standard layer of every resource, exact to the row"),
                    "count of each table of the pool at its newest commit",
                    rows,
                    rows.stream()
                            .mapToLong(row -> (long) Objects.requireNonNull(row.get("rows")))
                            .sum(),
                    List.of(),
                    new Link("resources", "/resources"));
        }

        SourceView resources(String id) {
            List<Map<String, @Nullable Object>> rows = resources();
            return view(
                    id,
                    new Bilingual(
                            "各部门已登记的数据资源, 附标准层当前行数", "Resources that departments have registered, with their rows"),
                    "count of the catalogue's resources",
                    rows,
                    rows.size(),
                    List.of(),
                    new Link("resources", "/resources"));
        }

        /** Every resource with its rows in the standard layer, largest first. */
        private List<Map<String, @Nullable Object>> resources() {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (var resource : catalogue.list()) {
                long count = pool.countOf(resource.id());
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("resource", resource.id());
                row.put("title", resource.title().zh());
                row.put("rows", count);
                rows.add(row);
            }
            rows.sort(Comparator.comparingLong(row -> -(long) Objects.requireNonNull(row.get("rows"))));
            return rows;
        }
    }
}
