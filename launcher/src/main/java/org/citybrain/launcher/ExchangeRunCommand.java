package org.citybrain.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.launcher.city.Children;
import org.citybrain.launcher.city.Programs;
import org.citybrain.launcher.door.Machine;
import org.citybrain.launcher.door.Officer;
import org.citybrain.launcher.home.HomeFile;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.story.exchange.ExchangeRun;

/** `exchange-run`: starts the exchange of seventeen units in the running city and tells how it goes. */
record ExchangeRunCommand() implements Command {

    private static final int WHOLE = 1_522_300;
    private static final Duration LIMIT = Duration.ofMinutes(40);
    private static final long LOOK_MILLIS = 2_000;

    @Override
    public int run(List<String> words, Launch launch) throws Exception {
        Arguments arguments =
                Arguments.of(words, Set.of("--rows", "--home"), Set.of()).withoutWords();
        int rows = arguments.number("--rows", WHOLE);
        Path home = launch.home(arguments);
        HomeConfig config = HomeFile.open(home);
        Children children = new Children(home, config, new Programs(launch.repository(), HomeFile.of(home), config));
        Terminal terminal = launch.terminal();
        long begin = System.nanoTime();
        terminal.line("备办件记录 · preparing the units' records …");
        ExchangeRun run = ExchangeRun.prepare(children, home, rows);
        terminal.line(run.units().size() + " 单位 units · " + run.rows() + " 行 rows");
        Machine machine = new Machine(config);
        await(terminal, "收下 taken in", run.rows(), () -> run.takenIn(machine));
        Officer officer = Officer.signIn(config, "data-officer");
        run.start(officer);
        int pairs = run.pairs().size();
        await(
                terminal,
                "对账一致的订阅 found equal",
                pairs,
                () -> ExchangeRun.picture(officer).at("/figures/equal/value").asLong());
        long delivered =
                ExchangeRun.picture(officer).at("/figures/tableRows/value").asLong();
        terminal.done(
                delivered + " 行已交付, 两侧一致 · rows delivered, equal on both sides",
                Duration.ofNanos(System.nanoTime() - begin));
        return delivered == run.rows() ? 0 : 1;
    }

    /** Looks at a number until it is there. */
    private interface Look {
        long now();
    }

    private static void await(Terminal terminal, String what, long wanted, Look look) throws InterruptedException {
        long begin = System.nanoTime();
        long told = -1;
        while (System.nanoTime() - begin < LIMIT.toNanos()) {
            long now = look.now();
            if (now != told) {
                terminal.line("  " + what + " " + now + " / " + wanted);
                told = now;
            }
            if (now >= wanted) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new PlainFailure(
                what + ": " + told + " / " + wanted, "见交换页和运行日志 · look at the exchange page and the logs of the home");
    }
}
