package org.citybrain.platform.process.internal;

import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.exchange.DeliveryReceived;
import org.citybrain.platform.process.CaseRecord;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.Execution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a case go on when the department's receipt of its order is there. */
@Component
class DeliveryAnswers {
    private static final String WRITTEN = "WRITTEN";
    private static final String REFUSED = "REFUSED";

    private final DeliveryStore deliveries;
    private final CaseStore cases;
    private final Timelines timelines;
    private final RuntimeService engine;

    DeliveryAnswers(DeliveryStore deliveries, CaseStore cases, Timelines timelines, RuntimeService engine) {
        this.deliveries = deliveries;
        this.cases = cases;
        this.timelines = timelines;
        this.engine = engine;
    }

    @EventListener
    @Transactional
    public void on(DeliveryReceived answer) {
        deliveries
                .received(answer.id(), answer.written() ? WRITTEN : REFUSED)
                .flatMap(cases::find)
                .ifPresent(record -> goOn(record, answer));
    }

    private void goOn(CaseRecord record, DeliveryReceived answer) {
        String verdict = answer.written() ? WRITTEN : REFUSED;
        Bilingual title = answer.written()
                ? new Bilingual("部门已写入并签发回执", "Written by the department, receipt signed")
                : new Bilingual("部门退回：" + answer.reason(), "Refused by the department: " + answer.reason());
        timelines.add(
                record.id(),
                Timelines.Entry.of(
                                "DELIVERY_RECEIPT",
                                title,
                                answer.department(),
                                Map.of("stage", record.stage(), "delivery", answer.id(), "verdict", verdict))
                        .withReceipt("delivery/" + answer.id()));
        if (!record.open()) {
            return;
        }
        Execution waiting = engine.createExecutionQuery().processInstanceBusinessKey(record.id(), true).list().stream()
                .filter(each -> each.getActivityId() != null)
                .findFirst()
                .orElse(null);
        if (waiting != null) {
            engine.trigger(waiting.getId(), Map.of("verdict", verdict));
        }
    }
}
