package org.citybrain.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.shell.Stopping;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.shell.WrongUsage;

/** The program behind `bin/cb demo`, `run`, `bench`, `connect`, `scene`, `prove`, `sample`. */
public final class LauncherMain {

    private static final int WRONG_USAGE = 2;

    private LauncherMain() {}

    /** Runs the sub-command named by the first word and ends the process with its status. */
    public static void main(String[] args) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        System.exit(run(List.of(args), Launch.of(System.getenv(), new Terminal(System.out))));
    }

    static int run(List<String> words, Launch launch) {
        Map<String, Command> commands = Commands.all();
        Command command = words.isEmpty() ? null : commands.get(words.getFirst());
        if (command == null) {
            launch.terminal().line("可用的命令 · commands: " + String.join(", ", commands.keySet()));
            return WRONG_USAGE;
        }
        List<String> rest = words.subList(1, words.size());
        if (asksForHelp(rest)) {
            launch.terminal().line(help(words.getFirst()).strip());
            return 0;
        }
        return attempt(command, rest, launch);
    }

    private static boolean asksForHelp(List<String> words) {
        int end = words.indexOf("--");
        List<String> own = end < 0 ? words : words.subList(0, end);
        return own.contains("--help") || own.contains("-h");
    }

    private static String help(String command) {
        try (InputStream text = LauncherMain.class.getResourceAsStream("/help/" + command + ".txt")) {
            return new String(Objects.requireNonNull(text, command).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int attempt(Command command, List<String> words, Launch launch) {
        try {
            return command.run(words, launch);
        } catch (WrongUsage e) {
            System.err.println(e.getMessage() + " — --help");
            return WRONG_USAGE;
        } catch (PlainFailure e) {
            if (!Stopping.begun()) {
                System.err.println("✗ " + e.getMessage() + (e.advice().isEmpty() ? "" : "\n  → " + e.advice()));
            }
            return 1;
        } catch (ConfigException e) {
            System.err.println("✗ " + e.getMessage());
            return 1;
        } catch (DoorFailure e) {
            if (!Stopping.begun()) {
                boolean away = e.getCause() instanceof ConnectException;
                System.err.println(
                        away
                                ? "✗ 平台没有运行 · the platform is not running\n  → 请先运行 bin/cb demo · start it with bin/cb demo"
                                : "✗ " + e.getMessage());
            }
            return 1;
        } catch (Exception e) {
            if (!Stopping.begun()) {
                System.err.println("✗ 意外错误 · unexpected: " + e);
                e.printStackTrace();
            }
            return 1;
        }
    }
}
