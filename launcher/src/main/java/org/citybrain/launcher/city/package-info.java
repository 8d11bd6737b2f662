/**
 * The city on one machine: which processes there are, with which options and in which order they start and stop.
 *
 * <p>Order: both database servers; engines, platform and the sample city's first load side by side; its resources into the
 * catalogue; the gateways; the life clock. Stopping goes the other way.
 */
@NullMarked
package org.citybrain.launcher.city;

import org.jspecify.annotations.NullMarked;
