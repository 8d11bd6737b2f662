package org.citybrain.platform.credit.internal;

import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.exchange.DeliveryReceived;
import org.citybrain.platform.registry.CreditChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what departments answer and what their own rows say, inside the transaction that takes it. */
@Component
@Transactional
class SourceWatch {
    private final Objections objections;
    private final Repairs repairs;

    SourceWatch(Objections objections, Repairs repairs) {
        this.objections = objections;
        this.repairs = repairs;
    }

    @EventListener
    public void on(DeliveryReceived answer) {
        objections.answered(answer);
        repairs.answered(answer);
    }

    @EventListener
    public void on(CreditChanged changed) {
        boolean objected = objections.anyOpen();
        boolean repaired = repairs.any();
        Callers.run(
                Caller.system("credit"),
                () -> changed.rows().forEach(row -> {
                    if (objected) {
                        objections.changed(row);
                    }
                    if (repaired) {
                        repairs.changed(row);
                    }
                }));
    }
}
