package org.citybrain.platform.process.internal;

import java.time.Instant;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.process.TimelineEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what happens to a case, in the transaction in which it happens. */
@Component
class Timelines {
    private final TimelineStore store;
    private final CityTime city;

    Timelines(TimelineStore store, CityTime city) {
        this.store = store;
        this.city = city;
    }

    Instant cityNow() {
        return city.clock().instant();
    }

    Instant machineNow() {
        return Instant.now();
    }

    void add(String caseId, Entry entry) {
        store.add(
                caseId,
                new TimelineEntry(
                        Instant.EPOCH,
                        cityNow(),
                        entry.kind(),
                        entry.title(),
                        entry.by(),
                        entry.rule(),
                        entry.decision(),
                        entry.receipt(),
                        entry.detail()));
    }

    /** What is to be written; the times are added here. */
    record Entry(
            String kind,
            Bilingual title,
            String by,
            @Nullable String rule,
            @Nullable String decision,
            @Nullable String receipt,
            Map<String, Object> detail) {

        static Entry of(String kind, Bilingual title, String by, Map<String, Object> detail) {
            return new Entry(kind, title, by, null, null, null, detail);
        }

        Entry withDecision(String ruleName, String decisionId) {
            return new Entry(kind, title, by, ruleName, decisionId, receipt, detail);
        }

        Entry withReceipt(@Nullable String given) {
            return new Entry(kind, title, by, rule, decision, given, detail);
        }
    }
}
