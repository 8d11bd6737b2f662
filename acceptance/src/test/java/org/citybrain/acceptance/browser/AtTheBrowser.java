package org.citybrain.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** A class of tests before one browser, with what every page must be: quiet, no wider than its screen, without barriers. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtTheBrowser {
    private Barriers barriers;
    private CityBrowser city;

    @BeforeAll
    void openTheBrowser() throws IOException {
        barriers = Barriers.read();
        city = CityBrowser.open();
    }

    @AfterAll
    void closeTheBrowser() {
        // null when the city could not be reached
        if (city != null) {
            city.close();
        }
    }

    CityBrowser city() {
        return city;
    }

    /** Takes the picture of a window and looks for what would hinder a reader of it. */
    void readsWell(CityBrowser.Window window, String name) {
        window.picture(name);
        assertThat(window.errors()).as("console errors of %s", name).isEmpty();
        assertThat((Boolean)
                        window.page().evaluate("() => document.documentElement.scrollWidth > window.innerWidth + 1"))
                .as("horizontal scroll of %s", name)
                .isFalse();
        assertThat(barriers.of(window.page())).as("barriers of %s", name).isEmpty();
    }
}
