/** Static files; nobody imports it. */
@NullMarked
package org.citybrain.platform.shell.internal;

import org.jspecify.annotations.NullMarked;
