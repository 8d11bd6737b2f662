package org.citybrain.launcher;

import java.util.List;
import org.citybrain.launcher.shell.Launch;

/** One sub-command. */
interface Command {

    /** What `--help` prints. */
    String help();

    /** Does the work and returns the exit status. */
    int run(List<String> words, Launch launch) throws Exception;
}
