package org.citybrain.launcher.door;

import org.citybrain.kernel.config.HomeConfig;

/** A program of the home, let in by the bearer token. */
public final class Machine implements Door {

    private final Wire wire;
    private final String authorization;

    public Machine(HomeConfig config) {
        this.wire = new Wire(config.get("platform.url"));
        this.authorization = "Bearer " + config.get("platform.machine.token");
    }

    /** The same token at another program's address, such as a gateway's. */
    public Machine(HomeConfig config, String url) {
        this.wire = new Wire(url);
        this.authorization = "Bearer " + config.get("platform.machine.token");
    }

    @Override
    public Answer ask(String path) {
        return wire.answer(wire.request(path)
                .header("Accept", "application/json")
                .header("Authorization", authorization)
                .build());
    }

    @Override
    public Answer send(String path, Object body) {
        return wire.answer(wire.request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(Wire.body(body))
                .build());
    }
}
