/** Reading and setting city time; nobody imports it. */
@NullMarked
package org.citybrain.platform.clock.web;

import org.jspecify.annotations.NullMarked;
