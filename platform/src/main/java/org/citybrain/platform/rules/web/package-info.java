/** Inner part of the room rules: its HTTP endpoints; nobody imports them. */
@NullMarked
package org.citybrain.platform.rules.web;

import org.jspecify.annotations.NullMarked;
