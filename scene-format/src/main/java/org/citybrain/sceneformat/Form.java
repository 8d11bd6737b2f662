package org.citybrain.sceneformat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;

/**
 * A form a person fills in.
 *
 * @param schema JSON Schema of the answers: one flat object
 * @param ui order, labels (zh/en), help and widgets per field
 * @param prefill where a field's proposed value comes from
 */
public record Form(
        String id, String file, Bilingual title, JsonNode schema, JsonNode ui, Map<String, ValueFrom> prefill) {
    public Form {
        prefill = Map.copyOf(prefill);
    }
}
