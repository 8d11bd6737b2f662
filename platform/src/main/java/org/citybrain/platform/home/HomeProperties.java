package org.citybrain.platform.home;

import java.util.LinkedHashMap;
import java.util.Map;
import org.citybrain.kernel.config.HomeConfig;

/** Translates the home's settings into Spring Boot's names, so that no other file repeats them. */
public final class HomeProperties {

    /** For what goes on beside requests, and for a request that needs a second connection. */
    private static final int MORE_CONNECTIONS = 8;

    private HomeProperties() {}

    /** Spring properties of a home. */
    public static Map<String, Object> of(HomeConfig config) {
        String url = config.get("platform.url");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", config.getInt("platform.port"));
        properties.put("spring.datasource.url", config.get("pg.url"));
        properties.put("spring.datasource.username", config.get("pg.user"));
        properties.put("spring.datasource.password", config.get("pg.password"));
        properties.put(
                "spring.datasource.hikari.maximum-pool-size", new Home(config).requestsAtOnce() + MORE_CONNECTIONS);
        properties.put("spring.security.oauth2.authorizationserver.issuer", url);
        return properties;
    }
}
