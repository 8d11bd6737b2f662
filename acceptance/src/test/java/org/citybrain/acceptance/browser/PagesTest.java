package org.citybrain.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page, in both languages and both sizes, as a person would look at it. */
class PagesTest extends AtTheBrowser {
    /** A key such as todo.nextAction where a word should be. Resource ids have an underscore before the point. */
    private static final Pattern BARE_KEY = Pattern.compile(
            "(?<![\\w./:-])(todo|case|page|figure|source|wall|field|exchange|scene|menu|unit|light|table)\\.[a-z][A-Za-z]+(?![\\w/-])");

    private static final double FIRST_LOAD_MILLIS = 120_000;

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "county-officer,/",
        "county-officer,/alerts",
        "county-officer,/cases",
        "data-officer,/resources",
        "data-officer,/resources/health_insurance.settlement",
        "data-officer,/exchange",
        "data-officer,/exchange/health_insurance.settlement",
        "data-officer,/findings",
        "steward,/registry",
        "data-officer,/scenes",
        "data-officer,/scenes/anti-poverty",
        "auditor,/audit",
        "grid-worker,/field",
    })
    void readsWellInBothLanguagesAndSizes(String account, String path) {
        for (String language : new String[] {"zh", "en"}) {
            for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
                check(account, path, language, size[0], size[1]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"zh", "en"})
    void theWallFillsItsScreen(String language) {
        check("mayor", "/wall", language, 1920, 1080);
    }

    /** The first load brings households that are listed; their cases and alerts stand in the tables, not in the cards alone. */
    @ParameterizedTest
    @CsvSource({"/cases", "/alerts"})
    void listsTheRowsThatItsCardsCount(String path) {
        try (CityBrowser.Window window = city().signIn("data-officer", "zh", 1440, 900)) {
            window.show(city().url() + path);
            window.page()
                    .waitForSelector(
                            "tr.ant-table-row", new Page.WaitForSelectorOptions().setTimeout(FIRST_LOAD_MILLIS));
        }
    }

    private void check(String account, String path, String language, int width, int height) {
        try (CityBrowser.Window window = city().signIn(account, language, width, height)) {
            window.show(city().url() + path);
            Page page = window.page();
            String name =
                    (path.equals("/") ? "todo" : path.substring(1).replace('/', '-')) + "-" + language + "-" + width;
            if (path.equals("/wall")) {
                page.waitForSelector("[data-map=idle]", new Page.WaitForSelectorOptions().setTimeout(20_000));
            }
            readsWell(window, name);
            String text = page.innerText("body");
            assertThat(text.strip()).as("text of %s", name).isNotEmpty();
            assertThat(BARE_KEY.matcher(text).find())
                    .as("untranslated key in %s", name)
                    .isFalse();
            assertThat(page.getAttribute("html", "lang")).isEqualTo(language.equals("zh") ? "zh-CN" : "en");
        }
    }
}
