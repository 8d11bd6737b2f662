package org.citybrain.platform.home;

import java.nio.file.Path;
import org.citybrain.kernel.config.HomeConfig;

/**
 * What rooms ask about the home they run in.
 *
 * @param config every setting of the home's properties file
 */
public record Home(HomeConfig config) {
    private static final int AT_ONCE = 16;
    private static final int AT_ONCE_FOR_A_PROCESSOR = 4;

    /** How many requests are served at once. */
    public int requestsAtOnce() {
        return config.getInt(
                "platform.requests",
                Math.max(AT_ONCE, AT_ONCE_FOR_A_PROCESSOR * Runtime.getRuntime().availableProcessors()));
    }

    /** The address under which people reach the platform, without a slash at the end. */
    public String url() {
        return config.get("platform.url");
    }

    /** The port on the loopback address. */
    public int port() {
        return config.getInt("platform.port");
    }

    /** The node's id, such as 3609. */
    public String node() {
        return config.get("city.node");
    }

    /** True when the invented city runs here: demo accounts, a faster clock, recorded grants. */
    public boolean sampleCity() {
        return config.isOn("sample.city");
    }

    /** The token that programs of this home show. */
    public String machineToken() {
        return config.get("platform.machine.token");
    }

    /** The folder of the built console. */
    public Path consoleFolder() {
        return config.getPath("console.dir");
    }
}
