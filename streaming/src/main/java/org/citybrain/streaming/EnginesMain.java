package org.citybrain.streaming;

import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.streaming.engines.BadStartException;

/** The engines process: {@code EnginesMain --config FILE}. Prints {@code READY engines}; stops on SIGTERM. */
public final class EnginesMain {
    private EnginesMain() {}

    /** Runs until stopped. */
    public static void main(String[] args) throws InterruptedException {
        try {
            Engines engines = Engines.start(HomeConfig.fromArguments(args));
            Runtime.getRuntime().addShutdownHook(new Thread(engines::close, "stop"));
            System.out.println("READY engines");
            Thread.currentThread().join();
        } catch (ConfigException | BadStartException e) {
            System.err.println(e.getMessage());
            // other threads of broker or cluster may still run
            Runtime.getRuntime().halt(1);
        }
    }
}
