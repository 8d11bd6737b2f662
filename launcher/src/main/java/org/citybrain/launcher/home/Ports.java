package org.citybrain.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.citybrain.launcher.shell.PlainFailure;

/** Chooses TCP ports on loopback, and says in plain words when a kept one is taken. */
public final class Ports {

    private static final int LOWEST = 15_000;
    private static final int LENT = 32_768;
    private static final int TRIES = 1_000;

    private final Set<Integer> chosen = new HashSet<>();
    private final boolean preferKnown;

    /** With `preferKnown` the well-known port is taken where it is free; otherwise any free port. */
    public Ports(boolean preferKnown) {
        this.preferKnown = preferKnown;
    }

    /** Returns the preferred port if it may be used and is free, else some free port not chosen before. */
    public int choose(int preferred) {
        if (preferKnown && !chosen.contains(preferred) && isFree(preferred)) {
            chosen.add(preferred);
            return preferred;
        }
        int port = anyFree();
        while (!chosen.add(port)) {
            port = anyFree();
        }
        return port;
    }

    /** Refuses to go on when somebody else listens on the port that the home keeps for `purpose`. */
    public static void requireFree(int port, String purpose, String key, String file) {
        if (!isFree(port)) {
            throw new PlainFailure(
                    "端口 " + port + " (" + purpose + ") 已被占用 · port " + port + ", kept for " + purpose + ", is in use",
                    "请停止占用它的程序, 或修改 " + file + " 中的 " + key + " · stop the program that uses it, or change " + key
                            + " in " + file);
        }
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * A home keeps its ports: one of those that the system lends to outgoing connections (from 32768 on at Linux, 49152
     * elsewhere) is free today and lent to somebody at the next start.
     */
    private static int anyFree() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, LENT);
            if (isFree(port)) {
                return port;
            }
        }
        return lent();
    }

    private static int lent() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }
}
