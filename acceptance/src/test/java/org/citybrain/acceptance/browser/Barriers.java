package org.citybrain.acceptance.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What keeps people with a screen reader, a keyboard or weak eyes from using a page: serious and critical violations of WCAG as
 * axe-core finds them.
 */
record Barriers(String axe) {

    /** Parts that antd itself draws for measuring, hidden from people and from their readers. */
    private static final String RUN = """
            async () => (await window.axe.run(
                { exclude: ['.ant-table-measure-row', '.ant-tabs-nav'] }, { resultTypes: ['violations'] }))
              .violations
              .filter(one => ['serious', 'critical'].includes(one.impact))
              .map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html.slice(0, 140)).join(' | '))""";

    static Barriers read() throws IOException {
        return new Barriers(Files.readString(Path.of("..", "console", "node_modules", "axe-core", "axe.min.js")));
    }

    List<?> of(Page page) {
        page.evaluate(axe);
        return (List<?>) page.evaluate(RUN);
    }
}
