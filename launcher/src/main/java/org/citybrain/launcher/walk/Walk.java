package org.citybrain.launcher.walk;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.door.Machine;
import org.citybrain.launcher.door.Officer;
import org.citybrain.launcher.home.HomeWishes;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.shell.Stopping;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.supervise.Pause;
import org.jspecify.annotations.Nullable;

/** A story's way through the city: its doors, and the steps with what was expected and seen. */
public final class Walk implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private volatile City city;
    private final Launch launch;
    private final Map<String, Officer> officers = new HashMap<>();
    private long stepBegan = System.nanoTime();

    public Walk(City city, Launch launch) {
        this.city = city;
        this.launch = launch;
    }

    /** Starts the clock of the next step. */
    public void begin() {
        stepBegan = System.nanoTime();
    }

    public City city() {
        return city;
    }

    /** Stops the whole city in order and starts it again from its home. */
    public void restart() {
        city.close();
        City again = City.open(
                city.home(),
                HomeWishes.demo(launch.repository(), launch.shared()).temporary(),
                launch.terminal());
        city = again; // what holds this walk closes it on a signal, so it must know the city before anything starts
        if (Stopping.begun()) {
            throw new PlainFailure("正在停止 · stopping", "");
        }
        again.start();
        officers.clear();
    }

    @Override
    public void close() {
        city.close();
    }

    public Launch launch() {
        return launch;
    }

    public HomeConfig config() {
        return city.config();
    }

    /** The account, signed in once and kept. */
    public Officer officer(String login) {
        return officers.computeIfAbsent(login, name -> Officer.signIn(config(), name));
    }

    public Machine machine() {
        return new Machine(config());
    }

    public DepartmentDatabase department(String department) {
        return DepartmentDatabase.of(config(), department);
    }

    /** A step whose outcome is there already. */
    public void expect(String step, @Nullable Object expected, @Nullable Object observed) {
        boolean same = Objects.equals(expected, observed);
        Duration took = Duration.ofNanos(System.nanoTime() - stepBegan);
        launch.terminal()
                .line("    " + (same ? "✓" : "✗") + " " + step + " · 预期 expected " + expected + " · 实际 observed "
                        + observed + " · " + Terminal.seconds(took));
        stepBegan = System.nanoTime();
        if (!same) {
            throw new UnexpectedException(step + ": expected " + expected + ", observed " + observed);
        }
    }

    /** A step whose outcome is a yes. */
    public void expectThat(String step, boolean holds, Object observed) {
        expect(step, holds ? observed : "otherwise", observed);
    }

    /** Looks again and again until something is found, and tells how long that took. */
    public <T> T await(String step, Duration limit, Supplier<Optional<T>> look) {
        long begin = System.nanoTime();
        String trouble = "nothing";
        while (System.nanoTime() - begin < limit.toNanos()) {
            try {
                Optional<T> found = look.get();
                if (found.isPresent()) {
                    Duration took = Duration.ofNanos(System.nanoTime() - begin);
                    launch.terminal()
                            .line("    ✓ " + step + " · 预期 expected ≤ " + limit.toSeconds() + " s · 实际 observed "
                                    + Terminal.seconds(took));
                    stepBegan = System.nanoTime();
                    return found.get();
                }
            } catch (DoorFailure notNow) {
                trouble = String.valueOf(notNow.getMessage());
            }
            Pause.of(POLL);
        }
        throw new UnexpectedException(step + ": expected within " + limit.toSeconds() + " s, observed " + trouble);
    }

    /** Waits until the two are the same. */
    public void awaitSame(String step, Duration limit, Object expected, Supplier<? extends @Nullable Object> look) {
        Object[] last = new Object[1];
        try {
            await(step, limit, () -> {
                last[0] = look.get();
                return expected.equals(last[0]) ? Optional.of(expected) : Optional.empty();
            });
        } catch (UnexpectedException e) {
            throw new UnexpectedException(
                    step + ": expected " + expected + " within " + limit.toSeconds() + " s, observed " + last[0]);
        }
    }
}
