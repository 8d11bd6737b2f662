package org.citybrain.platform.process.internal;

import org.citybrain.kernel.text.Bilingual;
import org.flowable.bpmn.model.FlowElement;
import org.jspecify.annotations.Nullable;

/** What a scene's BPMN says beside the standard: English names, and what an end makes of the case. */
final class Titles {
    private static final String NAMESPACE = "https://citybrain.org/bpmn";

    private Titles() {}

    static Bilingual of(FlowElement step) {
        String name = step.getName() == null ? step.getId() : step.getName();
        String english = step.getAttributeValue(NAMESPACE, "en");
        return new Bilingual(name, english == null || english.isBlank() ? name : english);
    }

    /** CLOSED or REFUSED for an end event, CLOSED when it does not say. */
    static String stateOf(FlowElement end) {
        @Nullable String state = end.getAttributeValue(NAMESPACE, "state");
        return "REFUSED".equals(state) ? state : "CLOSED";
    }
}
