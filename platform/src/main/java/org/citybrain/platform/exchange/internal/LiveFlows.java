package org.citybrain.platform.exchange.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.citybrain.platform.catalogue.Flows;
import org.citybrain.platform.exchange.LaneRecord;
import org.citybrain.platform.indicator.Figure;
import org.springframework.stereotype.Component;

/** Adds flow and quality to the catalogue's pages; each number names the lane or finding source it comes from. */
@Component
final class LiveFlows implements Flows {

    private final JdbcLedger ledger;
    private final Findings findings;

    LiveFlows(JdbcLedger ledger, Findings findings) {
        this.ledger = ledger;
        this.findings = findings;
    }

    @Override
    public Map<String, Map<String, Object>> flows() {
        Map<String, Map<String, Object>> flows = new LinkedHashMap<>();
        for (LaneRecord lane : ledger.listLanes()) {
            Map<String, Object> flow = new LinkedHashMap<>();
            flow.put("state", lane.state());
            flow.put("reason", lane.reason());
            flow.put("sequence", lane.sequence());
            flow.put("rows", figure(lane, lane.rowTotal()));
            flow.put("badRows", figure(lane, lane.badTotal()));
            flow.put("updatedAt", lane.updatedAt());
            flows.put(lane.resource(), flow);
        }
        return flows;
    }

    @Override
    public Map<String, Object> qualityOf(String resource) {
        return Map.of("findings", findings.statesOf(resource), "source", LaneSources.FINDINGS + resource);
    }

    private static Figure figure(LaneRecord lane, long rows) {
        return new Figure(rows, "rows", LaneSources.LANE + lane.resource(), lane.updatedAt());
    }
}
