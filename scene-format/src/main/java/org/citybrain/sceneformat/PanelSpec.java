package org.citybrain.sceneformat;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;

/**
 * A block on the wall or workbench.
 *
 * @param kind {@code number}, {@code bars}, {@code map}, {@code stages}
 * @param column first column of the 24-column wall grid, from 1; {@code row} likewise; width and height in cells
 */
public record PanelSpec(
        String id,
        String file,
        Bilingual title,
        String kind,
        List<String> indicators,
        int column,
        int row,
        int width,
        int height) {
    public PanelSpec {
        indicators = List.copyOf(indicators);
    }
}
