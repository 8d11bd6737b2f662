package org.citybrain.sceneformat;

import java.util.List;

/**
 * A block on the wall or workbench.
 *
 * @param kind {@code number}, {@code bars}, {@code map}, {@code stages}
 * @param column first column of the 24-column wall grid, from 1; {@code row} likewise; width and height in cells
 */
public record PanelSpec(
        String id,
        String file,
        LocalText title,
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
