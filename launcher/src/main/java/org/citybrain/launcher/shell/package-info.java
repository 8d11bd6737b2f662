/**
 * The person at the terminal: words of the command line, lines of output, failures told in plain sentences, Ctrl-C.
 */
@NullMarked
package org.citybrain.launcher.shell;

import org.jspecify.annotations.NullMarked;
