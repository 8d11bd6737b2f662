package org.citybrain.sceneformat;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;

/**
 * A rate, line, term or limit that law may change: values by date, ascending.
 *
 * @param unit {@code times}, {@code CNY/month}, {@code days}, {@code years}, {@code text}…
 */
public record Parameter(String id, Bilingual title, String unit, List<DatedValue> values, String file) {
    public Parameter {
        values = List.copyOf(values);
    }
}
