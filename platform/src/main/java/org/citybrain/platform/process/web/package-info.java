/** Inner part of the room process: its HTTP endpoints; nobody imports them. */
@NullMarked
package org.citybrain.platform.process.web;

import org.jspecify.annotations.NullMarked;
