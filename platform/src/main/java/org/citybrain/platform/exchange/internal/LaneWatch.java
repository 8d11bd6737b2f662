package org.citybrain.platform.exchange.internal;

import java.time.Instant;
import org.citybrain.platform.exchange.LaneRecord;
import org.citybrain.platform.live.Live;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The intake job writes lanes and findings itself: looks once a second whether pages should be told. */
@Component
final class LaneWatch {

    private static final Logger log = LoggerFactory.getLogger(LaneWatch.class);

    private final JdbcLedger ledger;
    private final Findings findings;
    private final Live live;
    private Instant newestLane = Instant.EPOCH;
    private long newestFinding;

    LaneWatch(JdbcLedger ledger, Findings findings, Live live) {
        this.ledger = ledger;
        this.findings = findings;
        this.live = live;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        try {
            Instant lane = ledger.listLanes().stream()
                    .map(LaneRecord::updatedAt)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
            if (lane.isAfter(newestLane)) {
                newestLane = lane;
                live.changed("lane");
            }
            long finding = findings.newest();
            if (finding > newestFinding) {
                newestFinding = finding;
                live.changed("finding");
            }
        } catch (DataAccessException e) {
            log.debug("the lanes cannot be looked at now", e);
        }
    }
}
