package org.citybrain.platform.home;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;

/** Waits for the processes that the platform cannot do without. */
public final class Neighbours {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CONNECT_MILLIS = 1_000;

    private Neighbours() {}

    /**
     * Returns when PostgreSQL and Kafka answer.
     *
     * @throws ConfigException when one does not within a minute and a half, naming it and its address
     */
    public static void await(HomeConfig config) {
        String database = config.get("pg.url");
        await("PostgreSQL", database, () -> {
            try (Connection connection =
                    DriverManager.getConnection(database, config.get("pg.user"), config.get("pg.password"))) {
                return connection.isValid(1);
            } catch (SQLException e) {
                return false;
            }
        });
        String broker = config.get("kafka.bootstrap").split(",", -1)[0];
        int colon = broker.lastIndexOf(':');
        InetSocketAddress address =
                new InetSocketAddress(broker.substring(0, colon), Integer.parseInt(broker.substring(colon + 1)));
        await("Kafka", broker, () -> {
            try (Socket socket = new Socket()) {
                socket.connect(address, CONNECT_MILLIS);
                return true;
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static void await(String name, String address, java.util.function.BooleanSupplier answers) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean told = false;
        while (!answers.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new ConfigException(name + " does not answer at " + address + ": start it first (bin/cb demo).");
            }
            if (!told) {
                System.out.println("waiting for " + name + " at " + address);
                told = true;
            }
            try {
                Thread.sleep(Duration.ofMillis(300));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ConfigException("Stopped while waiting for " + name + ".");
            }
        }
    }
}
