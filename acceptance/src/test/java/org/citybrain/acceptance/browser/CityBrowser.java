package org.citybrain.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.config.HomeConfig;

/** The system's Chromium before the running city that {@code CB_CONFIG} names. */
final class CityBrowser implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 90_000;
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-gl=angle",
            "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader");

    private final HomeConfig config;
    private final Playwright playwright;
    private final Browser browser;

    private CityBrowser(HomeConfig config) {
        this.config = config;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault("CB_CHROMIUM", "/usr/bin/chromium")))
                        .setArgs(FLAGS));
    }

    static CityBrowser open() {
        String config = System.getenv("CB_CONFIG");
        if (config == null) {
            throw new IllegalStateException(
                    "Browser tests run beside a city: bin/cb test starts one (CB_CONFIG is not set).");
        }
        return new CityBrowser(HomeConfig.read(Path.of(config)));
    }

    HomeConfig config() {
        return config;
    }

    String url() {
        return config.get("platform.url");
    }

    /** A signed-in window of an account, in a language. */
    Window signIn(String account, String language, int width, int height) {
        Window window = open(language, width, height);
        Page page = window.page();
        page.navigate(url() + "/oauth2/authorization/city");
        page.fill("input[name=username]", account);
        page.fill("input[name=password]", config.get("account." + account + ".password"));
        page.click("button[type=submit]");
        page.waitForURL(url() + "/**", new Page.WaitForURLOptions().setTimeout(PATIENCE_MILLIS));
        page.evaluate("lang => localStorage.setItem('cb.lang', lang)", language);
        window.errors().clear();
        return window;
    }

    /** A window of somebody without an account. */
    Window open(String language, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                .setTimezoneId("Asia/Shanghai"));
        // the city has just been raised and its first load still runs beside the browser
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return new Window(context, context.newPage());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** One window; remembers what the page complained of. */
    static final class Window implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final List<String> errors = new ArrayList<>();

        Window(BrowserContext context, Page page) {
            this.context = context;
            this.page = page;
            page.onConsoleMessage(this::note);
            page.onPageError(error -> errors.add("uncaught: " + error));
        }

        private void note(ConsoleMessage message) {
            if (message.type().equals("error")) {
                errors.add(message.text() + " at " + message.location());
            }
        }

        Page page() {
            return page;
        }

        BrowserContext context() {
            return context;
        }

        List<String> errors() {
            return errors;
        }

        /** Opens a path and waits until nothing loads any more. */
        void show(String url) {
            page.navigate(url);
            page.waitForSelector(
                    "h1, [data-testid=wall], [data-testid=field]",
                    new Page.WaitForSelectorOptions().setTimeout(30_000));
            page.waitForFunction("() => !document.querySelector('.ant-skeleton-active, .ant-spin-spinning')");
        }

        void picture(String name) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
