package org.citybrain.sceneformat;

import java.util.List;

/**
 * A rate, line, term or limit that law may change: values by date, ascending.
 *
 * @param unit {@code times}, {@code CNY/month}, {@code days}, {@code years}, {@code text}…
 */
public record Parameter(String id, LocalText title, String unit, List<DatedValue> values, String file) {
    public Parameter {
        values = List.copyOf(values);
    }
}
