package org.citybrain.launcher;

import java.util.List;
import org.citybrain.launcher.shell.Launch;

/** One sub-command. What `--help` prints of it lies in `help/NAME.txt`, where `bin/cb` reads it without any build. */
interface Command {

    /** Does the work and returns the exit status. */
    int run(List<String> words, Launch launch) throws Exception;
}
