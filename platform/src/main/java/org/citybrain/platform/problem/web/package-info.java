/** The one mapper from exception to problem JSON; nobody imports it. It covers all controllers of all rooms. */
@NullMarked
package org.citybrain.platform.problem.web;

import org.jspecify.annotations.NullMarked;
