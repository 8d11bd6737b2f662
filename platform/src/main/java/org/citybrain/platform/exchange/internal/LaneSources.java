package org.citybrain.platform.exchange.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.exchange.BatchRecord;
import org.citybrain.platform.exchange.LaneRecord;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the sources {@code lane:<resource>}, {@code findings:<resource>} and {@code exchange:all}. */
@Component
public final class LaneSources implements SourceProvider {

    /** Prefix of a lane's source. */
    public static final String LANE = "lane:";
    /** Prefix of the findings of a resource. */
    public static final String FINDINGS = "findings:";
    /** All lanes together. */
    public static final String ALL = "exchange:all";

    private static final int SHOWN = 20;

    private final JdbcLedger ledger;
    private final Findings findings;
    private final Catalogue catalogue;

    LaneSources(JdbcLedger ledger, Findings findings, Catalogue catalogue) {
        this.ledger = ledger;
        this.findings = findings;
        this.catalogue = catalogue;
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        if (id.equals(ALL)) {
            return Optional.of(all());
        }
        if (id.startsWith(LANE)) {
            return Optional.of(lane(id, id.substring(LANE.length())));
        }
        return id.startsWith(FINDINGS) ? Optional.of(findings(id, id.substring(FINDINGS.length()))) : Optional.empty();
    }

    /** A resource of the catalogue, whose first batch may still be awaited, or one that has sent and left it. */
    private void requireKnown(String resource) {
        if (catalogue.find(resource).isEmpty() && ledger.listLanes(resource).isEmpty()) {
            throw Unknown.lane(resource);
        }
    }

    private SourceView lane(String id, String resource) {
        requireKnown(resource);
        List<BatchRecord> batches = ledger.page(resource, 0, SHOWN);
        List<LaneRecord> lanes = ledger.listLanes(resource);
        return new SourceView(
                id,
                new Bilingual(
                        "该资源经验签、验序后收下的行数（含被搁置的问题行），每批有签名回执。",
                        "Rows of this resource taken after signature and sequence were checked, rows set aside included."),
                "select row_total, bad_total from exchange.lane where resource = '" + resource + "'",
                newest(lanes),
                batches.stream().map(LaneSources::row).toList(),
                lanes.stream().mapToLong(LaneRecord::rowTotal).sum(),
                receipts(batches),
                List.of(new SourceView.Link("exchange", "/exchange/" + resource)));
    }

    private SourceView findings(String id, String resource) {
        Findings.Found found = findings.search(new Findings.Question(resource, "", "", "", 0, SHOWN));
        if (found.total() == 0) {
            requireKnown(resource);
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        List<SourceView.ReceiptLink> receipts = new ArrayList<>();
        for (Findings.Row finding : found.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("code", finding.code());
            row.put("field", finding.field());
            row.put("rowKey", finding.rowKey());
            row.put("state", finding.state());
            row.put("foundAt", finding.foundAt());
            rows.add(row);
            if (finding.lane() >= 0) {
                receipts.add(new SourceView.ReceiptLink(
                        finding.resource(), finding.lane(), finding.sequence(), finding.row()));
            }
        }
        return new SourceView(
                id,
                new Bilingual("该资源被发现的问题数据，一行一个问题一条。", "Faults found in this resource: one for each row and fault."),
                "select * from exchange.finding where resource = '" + resource + "'",
                found.rows().stream().map(Findings.Row::foundAt).findFirst().orElse(Instant.now()),
                rows,
                found.total(),
                receipts,
                List.of(new SourceView.Link("findings", "/exchange/findings?resource=" + resource)));
    }

    private SourceView all() {
        List<LaneRecord> lanes = ledger.listLanes();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (LaneRecord lane : lanes) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("resource", lane.resource());
            row.put("rows", lane.rowTotal());
            row.put("badRows", lane.badTotal());
            row.put("state", lane.state());
            rows.add(row);
        }
        return new SourceView(
                ALL,
                new Bilingual("全部通道收下的行数之和。", "The sum of rows taken over all lanes."),
                "select sum(row_total) from exchange.lane",
                newest(lanes),
                rows,
                lanes.stream().mapToLong(LaneRecord::rowTotal).sum(),
                receipts(ledger.listNewest(SHOWN)),
                List.of(new SourceView.Link("exchange", "/exchange")));
    }

    private static Instant newest(List<LaneRecord> lanes) {
        return lanes.stream().map(LaneRecord::updatedAt).max(Instant::compareTo).orElse(Instant.now());
    }

    private static List<SourceView.ReceiptLink> receipts(List<BatchRecord> batches) {
        return batches.stream()
                .map(batch -> new SourceView.ReceiptLink(batch.resource(), batch.lane(), batch.sequence(), -1))
                .toList();
    }

    private static Map<String, @Nullable Object> row(BatchRecord batch) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("sequence", batch.sequence());
        row.put("rows", batch.rowCount());
        row.put("badRows", batch.badRows());
        row.put("verdict", batch.verdict());
        row.put("receivedAt", batch.receivedAt());
        return row;
    }
}
