package org.citybrain.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.citybrain.launcher.shell.PlainFailure;

/** Chooses TCP ports on loopback, and says in plain words when a kept one is taken. */
public final class Ports {

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

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }
}
