package org.citybrain.matching.schema;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records that agree in all parts of a rule are looked at as a pair.
 *
 * @param written the rule as declared, for messages
 * @param parts what must be equal and not empty
 */
public record BlockRule(String written, List<KeyPart> parts) {
    public BlockRule {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new SchemaException("分块规则是空的 · a blocking rule is empty");
        }
        if (parts.stream().filter(part -> part.function().givesMany()).count() > 2) {
            throw new SchemaException("分块规则最多两个多值部分 · at most two parts of a rule may give many keys: " + written);
        }
    }

    /** The fields that the rule looks at. */
    public Set<Integer> fields() {
        return parts.stream().map(KeyPart::field).collect(Collectors.toSet());
    }
}
