package org.citybrain.platform.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The login form: one page without script, in Chinese and English, nothing from outside. */
@RestController
final class LoginPage {

    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final String template = resource("login.html");
    private final Map<String, Map<String, String>> words = Map.of("zh", chinese(), "en", english());

    @GetMapping(path = "/idp/login", produces = HTML)
    @Authority(Right.PUBLIC)
    @Audited(AuditEvent.OWN_PAGE_READ)
    String page(CsrfToken csrf, HttpServletRequest request, Locale locale) {
        String asked = request.getParameter("lang");
        boolean english = asked == null ? "en".equals(locale.getLanguage()) : "en".equals(asked);
        String language = english ? "en" : "zh";
        Map<String, String> values = new LinkedHashMap<>(words.getOrDefault(language, chinese()));
        values.put("lang", language);
        values.put("csrfName", csrf.getParameterName());
        values.put("csrfToken", csrf.getToken());
        values.put("message", message(request, values));
        values.put("messageHidden", message(request, values).isEmpty() ? "hidden" : "");
        String page = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            page = page.replace("{{" + value.getKey() + "}}", HtmlUtils.htmlEscape(value.getValue(), "UTF-8"));
        }
        return page;
    }

    private static String message(HttpServletRequest request, Map<String, String> words) {
        if (request.getParameter("locked") != null) {
            return words.getOrDefault("locked", "");
        }
        return request.getParameter("error") != null ? words.getOrDefault("wrong", "") : "";
    }

    private static Map<String, String> chinese() {
        return Map.ofEntries(
                Map.entry("title", "登录 · 城市大脑"),
                Map.entry("product", "城市大脑"),
                Map.entry("claim", "一云一池一平台，每个数字都有来处"),
                Map.entry("heading", "登录"),
                Map.entry("login", "登录名"),
                Map.entry("password", "口令"),
                Map.entry("enter", "登录"),
                Map.entry("otherLanguage", "English"),
                Map.entry("otherCode", "en"),
                Map.entry("note", "登录与操作均有审计记录。请勿借用他人账号。"),
                Map.entry("wrong", "登录名或口令不对。请检查大小写后重试；连续 5 次失败将锁定 15 分钟。"),
                Map.entry("locked", "失败次数过多，已锁定 15 分钟。请稍后再试，或联系安全管理员。"));
    }

    private static Map<String, String> english() {
        return Map.ofEntries(
                Map.entry("title", "Sign in · CityBrain"),
                Map.entry("product", "CityBrain"),
                Map.entry("claim", "One cloud, one pool, one platform; no number without a source"),
                Map.entry("heading", "Sign in"),
                Map.entry("login", "Login"),
                Map.entry("password", "Password"),
                Map.entry("enter", "Sign in"),
                Map.entry("otherLanguage", "中文"),
                Map.entry("otherCode", "zh"),
                Map.entry("note", "Signing in and what you do are recorded. Do not use another person's account."),
                Map.entry(
                        "wrong",
                        "Login or password is wrong. Check capitals and try again; five failures lock for 15 minutes."),
                Map.entry(
                        "locked",
                        "Too many failures: locked for 15 minutes. Try later or call the security administrator."));
    }

    private static String resource(String name) {
        try (InputStream in = LoginPage.class.getResourceAsStream("/idp/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page /idp/" + name + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page /idp/" + name + " cannot be read", e);
        }
    }
}
