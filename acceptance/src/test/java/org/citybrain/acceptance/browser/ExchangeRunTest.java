package org.citybrain.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A data officer starts an exchange run through the pages and sees it end equal on both sides. */
class ExchangeRunTest extends AtTheBrowser {
    private static final String RESOURCE = "education.school";
    private static final List<String> CONSUMERS = List.of("civil_affairs", "tax");
    private static final double DELIVERED_MILLIS = 180_000;

    @Test
    void deliversAWholeResourceToTwoDepartments() {
        String path;
        try (CityBrowser.Window officer = city().signIn("data-officer", "zh", 1440, 900)) {
            path = start(officer);
            Page page = officer.page();
            page.waitForSelector(".ant-alert-success", new Page.WaitForSelectorOptions().setTimeout(DELIVERED_MILLIS));
            List<String> cells =
                    page.locator(".cb-matrix-cell .cb-figure-value").allInnerTexts();
            assertThat(cells).hasSize(CONSUMERS.size()).allMatch(rows -> rows.equals(cells.getFirst()));
            assertThat(Integer.parseInt(cells.getFirst().replace(",", ""))).isPositive();
            assertThat(page.locator(".cb-matrix-cell [data-state=OK]").count()).isEqualTo(CONSUMERS.size());
        }
        for (String language : new String[] {"zh", "en"}) {
            for (int width : new int[] {1440, 390}) {
                readsWell(path, language, width);
            }
        }
    }

    private String start(CityBrowser.Window officer) {
        Page page = officer.page();
        officer.show(city().url() + "/exchange/runs/new");
        choose(page, "#r-resources", RESOURCE);
        CONSUMERS.forEach(consumer -> choose(page, "#r-consumers", consumer));
        page.fill("#r-zh", "学校名录交换");
        page.fill("#r-en", "Exchange of the list of schools");
        page.fill("#r-purpose", "学生资助核对");
        page.fill("#r-basis", "政务数据共享条例第二十条");
        page.click("[data-testid=run-submit]");
        page.waitForURL(Pattern.compile(".*/exchange/runs/run-\\d+"));
        return page.url().substring(city().url().length());
    }

    private static void choose(Page page, String select, String code) {
        page.click(select);
        page.locator(select).pressSequentially(code);
        page.locator(".ant-select-dropdown:visible .ant-select-item-option-active")
                .first()
                .waitFor(new Locator.WaitForOptions());
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
    }

    private void readsWell(String path, String language, int width) {
        try (CityBrowser.Window window = city().signIn("data-officer", language, width, 844)) {
            String name = "exchange-run-" + language + "-" + width;
            window.show(city().url() + path);
            window.page().waitForSelector(".cb-matrix");
            readsWell(window, name);
        }
    }
}
