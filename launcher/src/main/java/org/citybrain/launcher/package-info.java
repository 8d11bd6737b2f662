/**
 * Starts the city on one machine and keeps it running: `bin/cb demo`, `run`, `check`, `bench`.
 *
 * <p>Owns the home folder (its lock, its properties file, its logs) and the child processes: two PostgreSQL servers,
 * engines, platform, gateways, sample city. It knows no department's data and no rule; what a story needs to see it asks
 * through the same doors a person or a department uses.
 *
 * <p>Words: home (运行目录), child (子进程), story (验收故事).
 */
@NullMarked
package org.citybrain.launcher;

import org.jspecify.annotations.NullMarked;
