/**
 * Child processes: started in their own sessions so that a Ctrl-C reaches the launcher alone, watched, restarted with growing
 * pauses when they die, and stopped in waves. Each child has one log, rotated at every start, and one pid file by which the
 * next launcher finds what a killed one left behind.
 */
@NullMarked
package org.citybrain.launcher.supervise;

import org.jspecify.annotations.NullMarked;
