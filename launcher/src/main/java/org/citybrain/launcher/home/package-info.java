/**
 * The home folder: one lock, one properties file (readable by its owner only), logs, and the ports and passwords that were
 * chosen at the first start and are kept.
 */
@NullMarked
package org.citybrain.launcher.home;

import org.jspecify.annotations.NullMarked;
