/** The stream of changes; nobody imports it. */
@NullMarked
package org.citybrain.platform.live.web;

import org.jspecify.annotations.NullMarked;
