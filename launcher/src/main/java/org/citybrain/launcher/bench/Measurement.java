package org.citybrain.launcher.bench;

import java.util.Set;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;

/** One of the measurements of `bench`. */
public interface Measurement {

    /** Options that take a value, without {@code --json}. */
    Set<String> options();

    /** Options without a value. */
    Set<String> flags();

    /** Measures; figures that were not reached are in the report too. */
    BenchReport run(Arguments arguments, Launch launch) throws Exception;
}
