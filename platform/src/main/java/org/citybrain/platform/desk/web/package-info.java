/** Inner part of the room desk: its HTTP endpoints; nobody imports them. */
@NullMarked
package org.citybrain.platform.desk.web;

import org.jspecify.annotations.NullMarked;
