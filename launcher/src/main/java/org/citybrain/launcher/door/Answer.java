package org.citybrain.launcher.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What the platform answered: the status, and the body as JSON (missing when it was no JSON). */
public record Answer(String request, int status, JsonNode body, String text) {

    private static final int FIRST_REFUSAL = 400;
    private static final int SHOWN = 400;

    /** The body of an answer that is no refusal. */
    public JsonNode get() {
        if (isRefused() || body instanceof MissingNode) {
            throw new DoorFailure(request + " was answered with " + status + ": "
                    + text.substring(0, Math.min(SHOWN, text.length())));
        }
        return body;
    }

    public boolean isRefused() {
        return status >= FIRST_REFUSAL;
    }
}
