package org.citybrain.sceneformat;

import java.util.List;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;

/**
 * A figure counted by the platform.
 *
 * @param count what is counted: {@code alerts}, {@code cases}, {@code decisions}, {@code deliveries}
 * @param where conditions on the counted things, each {@code name → accepted values}
 * @param window {@code today}, {@code month}, {@code year} or {@code all}, by the city day
 * @param by {@code none}, {@code county}, {@code town} or {@code stage}
 */
public record IndicatorSpec(
        String id,
        String file,
        Bilingual title,
        String unit,
        String count,
        Map<String, List<String>> where,
        String window,
        String by) {}
