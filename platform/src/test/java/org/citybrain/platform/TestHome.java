package org.citybrain.platform;

import java.util.HashMap;
import java.util.Map;
import org.citybrain.kernel.config.HomeConfig;

/** A home's settings for tests. */
public final class TestHome {

    public static final String MACHINE_TOKEN = "test-machine-token";
    public static final String PASSWORD = "test-password-1234";

    private TestHome() {}

    /** Settings of a sample city on that database and port. */
    public static HomeConfig config(String databaseUrl, int port) {
        return HomeConfig.of(values(databaseUrl, port));
    }

    /** The same as a map that a test may change. */
    public static Map<String, String> values(String databaseUrl, int port) {
        Map<String, String> values = new HashMap<>();
        values.put("home", "target/test-home");
        values.put("city.node", "3609");
        values.put("city.start", "2026-11-01T08:00:00+08:00");
        values.put("city.speed", "1440");
        values.put("city.seed", "42");
        values.put("sample.city", "true");
        values.put("pg.url", databaseUrl);
        values.put("pg.user", "postgres");
        values.put("pg.password", "postgres");
        values.put("kafka.bootstrap", "127.0.0.1:1");
        values.put("platform.port", Integer.toString(port));
        values.put("platform.url", "http://127.0.0.1:" + port);
        values.put("platform.machine.token", MACHINE_TOKEN);
        values.put("console.dir", "target/test-console");
        values.put("scenes.dir", "target/test-scenes");
        values.put("registries.dir", "../registries");
        values.put("pool.dir", "target/test-pool");
        values.put("opaque.key", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
        for (String login : new String[] {
            "data-officer",
            "steward",
            "grid-worker",
            "town-officer",
            "county-officer",
            "market-officer",
            "urban-officer",
            "tax-officer",
            "labour-officer",
            "mayor",
            "operator",
            "system-admin",
            "security-admin",
            "auditor"
        }) {
            values.put("account." + login + ".password", PASSWORD);
        }
        return values;
    }
}
