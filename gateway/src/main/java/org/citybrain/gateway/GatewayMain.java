package org.citybrain.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;

/** Starts a gateway: {@code --config FILE --name gateway-a}. */
public final class GatewayMain {
    private GatewayMain() {}

    /** Runs until SIGTERM; exits with 1 and one sentence when it cannot start. */
    public static void main(String[] args) {
        // drivers give PostgreSQL the machine's zone; with UTC a timestamptz is printed the same everywhere
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            run(args);
        } catch (ConfigException e) {
            fail(e.getMessage());
        } catch (BindException e) {
            fail("The gateway's health port is in use. Stop the other process or change gateway.<name>.health.port.");
        } catch (IOException | UncheckedIOException e) {
            fail("The gateway cannot use its folder or port: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(String[] args) throws IOException, InterruptedException {
        HomeConfig config = HomeConfig.fromArguments(args);
        String name = HomeConfig.argument(args, "--name")
                .orElseThrow(() -> new ConfigException("Start a gateway with --name NAME, e.g. --name gateway-a."));
        Gateway gateway = new Gateway(GatewaySettings.of(config, name));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            gateway.close();
            stopped.countDown();
        }));
        System.out.println("READY " + name);
        stopped.await();
    }

    private static void fail(@org.jspecify.annotations.Nullable String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
