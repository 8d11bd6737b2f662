package org.citybrain.platform.process.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.exchange.Deliveries;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.internal.ValueResolver.Resolved;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.sceneformat.DeliverySpec;
import org.citybrain.sceneformat.Scene;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What BPMN calls {@code deliver}: orders the row named by field delivery to be written in a department's database. */
@Component("deliver")
class DeliveryStep implements JavaDelegate {
    private final CaseStore cases;
    private final DeliveryStore store;
    private final ValueResolver values;
    private final Deliveries deliveries;
    private final Timelines timelines;
    private final Scenes scenes;

    DeliveryStep(
            CaseStore cases,
            DeliveryStore store,
            ValueResolver values,
            Deliveries deliveries,
            Timelines timelines,
            Scenes scenes) {
        this.cases = cases;
        this.store = store;
        this.values = values;
        this.deliveries = deliveries;
        this.timelines = timelines;
        this.scenes = scenes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseRecord record = cases.get(String.valueOf(execution.getVariable(CaseVariables.CASE)));
        Scene scene = scenes.get(record.scene(), record.version()).scene();
        String name = StepFields.get(execution, "delivery");
        DeliverySpec spec = scene.deliveries().get(name);
        if (spec == null) {
            throw new IllegalStateException("scene " + scene.id() + " has no delivery " + name);
        }
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        spec.columns()
                .forEach((column, from) -> columns.put(
                        column,
                        values.findWhole(from, record).map(Resolved::value).orElse(null)));
        String id = deliveries.order(spec.department(), spec.table(), spec.keyColumn(), columns, record.id());
        store.insert(id, record.id(), name);
        timelines.add(
                record.id(),
                Timelines.Entry.of(
                        "DELIVERY_ORDERED",
                        new Bilingual(
                                "已下发：" + spec.title().zh(),
                                "Ordered: " + spec.title().en()),
                        "process:" + record.scene(),
                        Map.of(
                                "stage", CaseListener.stageOf(scene, execution.getCurrentActivityId()),
                                "delivery", id,
                                "department", spec.department())));
    }
}
