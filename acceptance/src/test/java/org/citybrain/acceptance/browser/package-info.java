/** The console in the system's Chromium against a running city ({@code bin/cb with-city}). */
@NullMarked
package org.citybrain.acceptance.browser;

import org.jspecify.annotations.NullMarked;
