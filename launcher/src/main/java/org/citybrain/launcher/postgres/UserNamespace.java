package org.citybrain.launcher.postgres;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.citybrain.launcher.shell.PlainFailure;

/** PostgreSQL refuses to run as root; inside a user namespace root is nobody, and the files stay root's own. */
final class UserNamespace {

    private static final int TRIAL_SECONDS = 10;

    private UserNamespace() {}

    /** The words to put before a PostgreSQL program: none for an ordinary user. */
    static List<String> prefix() {
        if (!System.getProperty("user.name", "").equals("root")) {
            return List.of();
        }
        if (!works()) {
            throw new PlainFailure(
                    "PostgreSQL 不能以 root 运行, 且本机不允许用户命名空间 · PostgreSQL cannot run as root, and this machine"
                            + " allows no user namespace",
                    "请以普通用户运行 · run bin/cb as an ordinary user");
        }
        return List.of("unshare", "-U");
    }

    private static boolean works() {
        try {
            Process trial = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .start();
            return trial.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
