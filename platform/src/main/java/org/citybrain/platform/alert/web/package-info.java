/** Inner part of the room alert: its HTTP endpoints; nobody imports them. */
@NullMarked
package org.citybrain.platform.alert.web;

import org.jspecify.annotations.NullMarked;
