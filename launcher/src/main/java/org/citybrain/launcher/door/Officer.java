package org.citybrain.launcher.door;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citybrain.kernel.config.HomeConfig;

/** An account signed in through the login form, as a browser does it: redirects, form, cookies. */
public final class Officer implements Door {

    private static final int OK = 200;
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Wire wire;
    private final String login;

    private Officer(Wire wire, String login) {
        this.wire = wire;
        this.login = login;
    }

    /** Signs the account in with the password that the home keeps for it. */
    public static Officer signIn(HomeConfig config, String login) {
        Wire wire = new Wire(config.get("platform.url"));
        HttpResponse<String> form = wire.exchange(wire.request("/oauth2/authorization/city")
                .header("Accept", "text/html")
                .build());
        StringBuilder fields = new StringBuilder();
        add(fields, "username", login);
        add(fields, "password", config.get("account." + login + ".password"));
        Matcher hidden = HIDDEN.matcher(form.body());
        while (hidden.find()) {
            add(fields, hidden.group(1), hidden.group(2));
        }
        wire.exchange(wire.request("/idp/login")
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.toString()))
                .build());
        Officer officer = new Officer(wire, login);
        Answer me = officer.ask("/api/me");
        if (me.status() != OK) {
            throw new DoorFailure("signing in as " + login + " did not work: /api/me answers " + me.status());
        }
        return officer;
    }

    public String login() {
        return login;
    }

    @Override
    public Answer ask(String path) {
        return wire.answer(
                wire.request(path).header("Accept", "application/json").build());
    }

    @Override
    public Answer send(String path, Object body) {
        return wire.answer(wire.request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", wire.cookie("XSRF-TOKEN"))
                .POST(Wire.body(body))
                .build());
    }

    private static void add(StringBuilder fields, String name, String value) {
        fields.append(fields.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
