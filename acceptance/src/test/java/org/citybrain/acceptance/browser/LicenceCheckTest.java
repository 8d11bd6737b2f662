package org.citybrain.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A steward issues an e-licence; somebody without an account checks what was shown, before and after it is revoked. */
class LicenceCheckTest extends AtTheBrowser {
    private static final Pattern ISSUE = Pattern.compile("签发电子证照|换发|Issue the (e-licence|next version)");

    /** What stands on an e-licence. */
    private record Shown(String identifier, String checkCode) {}

    @ParameterizedTest(name = "in {0} on {1} pixels")
    @CsvSource({
        "zh, 390, 有效, 没有这份电子证照, 已注销",
        "en, 1440, Valid, There is no such e-licence, Revoked",
    })
    void aStrangerChecksALicence(String language, int width, String good, String unknown, String revoked) {
        try (CityBrowser.Window steward = city().signIn("steward", language, 1440, 900);
                CityBrowser.Window stranger = city().open(language, width, 844)) {
            Shown shown = issue(steward);
            assertThat(answer(stranger, language, shown.identifier(), shown.checkCode()))
                    .startsWith(good);
            assertThat(stranger.page().locator(".cb-lines dd").allInnerTexts())
                    .hasSize(7)
                    .allSatisfy(line -> assertThat(line).isNotBlank());
            // a button under the pointer is paler than one at rest
            stranger.page().mouse().move(0, 0);
            readsWell(stranger, "check-" + language + "-" + width);
            assertThat(answer(stranger, language, shown.identifier(), "000000000000"))
                    .startsWith(unknown);
            stranger.picture("check-unknown-" + language + "-" + width);
            revoke(steward);
            assertThat(answer(stranger, language, shown.identifier(), shown.checkCode()))
                    .startsWith(revoked);
            stranger.picture("check-revoked-" + language + "-" + width);
            assertThat(stranger.page().url()).as("nobody was asked to sign in").contains("/check?");
        }
    }

    private Shown issue(CityBrowser.Window steward) {
        Page page = steward.page();
        steward.show(city().url() + "/licences?type=market_regulation.food_licence&state=VALID");
        page.locator("a[href^='/licences/']").last().click();
        page.locator("[data-node-key='e-licence']").click();
        page.fill("#f-purpose", "验收核验");
        page.fill("#f-legalBasis", "政务数据共享条例");
        page.click("[data-testid=form-submit]");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(ISSUE))
                .click();
        Locator codes = page.locator(".cb-elicence:has(canvas, svg)").first().locator("code");
        return new Shown(
                codes.nth(0).innerText().strip(), codes.nth(1).innerText().strip());
    }

    private static void revoke(CityBrowser.Window steward) {
        Page page = steward.page();
        page.locator(".cb-elicence .ant-btn-dangerous").first().click();
        page.fill(".ant-modal textarea", "持证单位已歇业");
        page.locator(".ant-modal-footer .ant-btn-dangerous").click();
        page.locator(".ant-modal").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Types what was shown, as one does who has no camera, and reads the answer. */
    private String answer(CityBrowser.Window stranger, String language, String identifier, String code) {
        Page page = stranger.page();
        stranger.show(city().url() + "/check?lang=" + language);
        page.locator(".cb-check input").nth(0).fill(identifier);
        page.locator(".cb-check input").nth(1).fill(code);
        page.click(".cb-check button[type=submit]");
        return page.locator(".ant-result-title").innerText().strip();
    }
}
