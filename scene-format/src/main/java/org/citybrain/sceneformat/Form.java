package org.citybrain.sceneformat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A form a person fills in.
 *
 * @param schema JSON Schema of the answers: one flat object
 * @param ui order, labels (zh/en), help and widgets per field
 * @param prefill where a field's proposed value comes from
 */
public record Form(
        String id, String file, LocalText title, JsonNode schema, JsonNode ui, Map<String, ValueFrom> prefill) {
    public Form {
        prefill = Map.copyOf(prefill);
    }
}
