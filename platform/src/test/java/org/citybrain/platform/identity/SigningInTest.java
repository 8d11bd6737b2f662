package org.citybrain.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.citybrain.platform.RunningPlatform;
import org.citybrain.platform.TestDatabase;
import org.citybrain.platform.TestHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in over HTTP as a browser does it, against a platform on a real port that is stopped and started. */
class SigningInTest {

    private static Map<String, String> home;
    private static RunningPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        home = TestHome.values(TestDatabase.fresh(), RunningPlatform.freePort());
        Path console = Path.of(home.get("console.dir"));
        Files.createDirectories(console.resolve("assets"));
        Files.writeString(console.resolve("index.html"), "<!doctype html><title>console</title>");
        Files.writeString(console.resolve("assets/app-1.js"), "1;");
        platform = RunningPlatform.start(home);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void letsAnAccountInAndOutAgain() throws Exception {
        Browser browser = browser();
        HttpResponse<String> page = browser.signIn("steward", TestHome.PASSWORD);
        assertThat(page.body()).contains("<title>console</title>");
        HttpResponse<String> me = browser.ask("/api/me");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body())
                .contains("\"login\":\"steward\"")
                .contains("registry.read")
                .contains("STEWARD");
        assertThat(browser.post("/api/logout", "{}").statusCode()).isEqualTo(204);
        assertThat(browser.ask("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void keepsALoginOverARestartOfThePlatform() throws Exception {
        Browser browser = browser();
        browser.signIn("auditor", TestHome.PASSWORD);
        assertThat(browser.ask("/api/me").statusCode()).isEqualTo(200);
        platform.close();
        platform = RunningPlatform.start(home);
        assertThat(browser.ask("/api/me").body()).contains("\"login\":\"auditor\"");
        assertThat(browser.ask("/api/audit").statusCode()).isEqualTo(200);
    }

    @Test
    void writesTheLastUseOfASessionOnceAMinute() throws Exception {
        Browser browser = browser();
        browser.signIn("mayor", TestHome.PASSWORD);
        JdbcClient db = platform.get(JdbcClient.class);
        browser.ask("/api/me");
        long used = lastUse(db, "mayor");
        assertThat(browser.ask("/api/me").statusCode()).isEqualTo(200);
        assertThat(lastUse(db, "mayor")).isEqualTo(used);
        db.sql(
                        "update identity.spring_session set last_access_time = last_access_time - 61000, expiry_time = expiry_time - 61000"
                                + " where principal_name = 'mayor'")
                .update();
        assertThat(browser.ask("/api/me").statusCode()).isEqualTo(200);
        assertThat(lastUse(db, "mayor")).isGreaterThanOrEqualTo(used);
    }

    private static long lastUse(JdbcClient db, String login) {
        return db.sql("select max(last_access_time) from identity.spring_session where principal_name = ?")
                .param(login)
                .query(Long.class)
                .single();
    }

    @Test
    void returnsToThePageThatWasAskedFor() throws Exception {
        Browser browser = browser();
        assertThat(browser.open("/wall").uri().getPath()).isEqualTo("/idp/login");
        HttpResponse<String> page = browser.signIn("/wall", "mayor", TestHome.PASSWORD);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/wall");
        assertThat(browser.open("/catalogue/health_insurance.settlement").body())
                .contains("console");
        assertThat(browser.open("/no-such-file.js").statusCode()).isEqualTo(404);
        assertThat(browser.ask("/api/no-such-address").statusCode()).isEqualTo(404);
        assertThat(browser.open("/cases/c1").body()).contains("console");
        assertThat(browser.open("/assets/app-1.js").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
    }

    @Test
    void locksALoginAfterFiveFailuresWhetherItExistsOrNot() throws Exception {
        for (String login : new String[] {"town-officer", "nobody-at-all"}) {
            Browser browser = browser();
            for (int failure = 1; failure < 5; failure++) {
                assertThat(browser.signIn(login, "wrong").uri().getQuery()).startsWith("error");
            }
            assertThat(browser.signIn(login, "wrong").uri().getQuery()).startsWith("locked");
            assertThat(browser.signIn(login, TestHome.PASSWORD).uri().getQuery())
                    .startsWith("locked");
            assertThat(browser.ask("/api/me").statusCode()).isEqualTo(401);
        }
        Browser security = browser();
        security.signIn("security-admin", TestHome.PASSWORD);
        security.ask("/api/me");
        assertThat(security.post("/api/accounts/town-officer/unlock", "{}").statusCode())
                .isEqualTo(204);
        Browser again = browser();
        again.signIn("town-officer", TestHome.PASSWORD);
        assertThat(again.ask("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAChangeWithoutTheTokenOfThePage() throws Exception {
        Browser browser = browser();
        browser.signIn("data-officer", TestHome.PASSWORD);
        browser.ask("/api/me");
        assertThat(browser.post("/api/departments", "{\"code\":\"water\",\"title\":\"水利局\"}")
                        .statusCode())
                .isEqualTo(200);
        Browser stranger = browser();
        HttpResponse<String> refused = stranger.post("/api/departments", "{\"code\":\"fire\",\"title\":\"消防\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"page-out-of-date\"").contains("\"reference\"");
    }

    @Test
    void refusesABodyThatNobodySends() throws Exception {
        Browser browser = browser();
        browser.signIn("data-officer", TestHome.PASSWORD);
        browser.ask("/api/me");
        HttpResponse<String> refused = browser.post("/api/departments", "x".repeat((16 << 20) + 1));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("\"code\":\"too-large\"");
    }

    @Test
    void refusesAnAddressThatNoPageHas() throws Exception {
        HttpResponse<String> refused = browser().ask("/api/me;role=steward");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"code\":\"bad-request\"").contains("\"reference\"");
    }

    @Test
    void servesTheLoginPageInBothLanguagesWithAStrictContentPolicy() throws Exception {
        HttpResponse<String> chinese = browser().open("/idp/login?lang=zh");
        assertThat(chinese.body()).contains("城市大脑").contains("lang=\"zh\"").doesNotContain("{{");
        assertThat(chinese.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'self'").doesNotContain("http"));
        assertThat(browser().open("/idp/login?lang=en").body())
                .contains("Sign in")
                .contains("lang=\"en\"");
    }

    @Test
    void answersHealthToAnyone() throws Exception {
        assertThat(browser().ask("/actuator/health").body()).contains("UP");
        assertThat(browser().ask("/actuator/env").statusCode()).isNotEqualTo(200);
    }

    private static Browser browser() {
        return new Browser(home.get("platform.url"));
    }
}
