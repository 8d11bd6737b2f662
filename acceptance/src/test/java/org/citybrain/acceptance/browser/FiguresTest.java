package org.citybrain.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No number on a screen is without its source: each figure of each page opens. */
@Tag("browser")
class FiguresTest {
    private static CityBrowser city;

    @BeforeAll
    static void openTheBrowser() {
        city = CityBrowser.open();
    }

    @AfterAll
    static void closeTheBrowser() {
        city.close();
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "county-officer,/,1",
        "data-officer,/resources/health_insurance.settlement,1",
        "data-officer,/exchange,1",
        "data-officer,/exchange/health_insurance.settlement,1",
        "mayor,/wall,4",
    })
    void eachFigureOpensToItsSource(String account, String path, int least) {
        try (CityBrowser.Window window = city.signIn(account, "zh", 1920, 1080)) {
            window.show(city.url() + path);
            window.page().waitForSelector("[data-testid=figure]");
            Set<String> sources = new LinkedHashSet<>();
            window.page()
                    .querySelectorAll("[data-testid=figure]")
                    .forEach(figure -> sources.add(figure.getAttribute("data-source")));
            assertThat(sources).as("figures of %s", path).hasSizeGreaterThanOrEqualTo(least);
            List<String> closed = new ArrayList<>();
            for (String source : sources) {
                APIResponse answer = window.context()
                        .request()
                        .get(city.url() + "/api/sources/" + URLEncoder.encode(source, StandardCharsets.UTF_8));
                if (answer.status() != 200 || !answer.text().contains("\"definition\"")) {
                    closed.add(source + " answers " + answer.status());
                }
            }
            assertThat(closed).isEmpty();
            window.page().locator("[data-testid=figure]").first().click();
            window.page().waitForURL(url -> url.contains("source=") || !url.endsWith(path));
        }
    }
}
