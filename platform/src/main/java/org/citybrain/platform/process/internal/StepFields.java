package org.citybrain.platform.process.internal;

import org.flowable.common.engine.api.delegate.Expression;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.DelegateHelper;

/** Reads the fields a service task is given in BPMN. */
final class StepFields {
    private StepFields() {}

    static String get(DelegateExecution execution, String name) {
        Expression field = DelegateHelper.getFieldExpression(execution, name);
        Object value = field == null ? null : field.getValue(execution);
        if (value == null) {
            throw new IllegalStateException("step " + execution.getCurrentActivityId() + " lacks the field " + name);
        }
        return String.valueOf(value);
    }
}
