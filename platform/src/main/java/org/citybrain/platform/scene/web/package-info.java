/** Inner part of the room scene: its HTTP endpoints; nobody imports them. */
@NullMarked
package org.citybrain.platform.scene.web;

import org.jspecify.annotations.NullMarked;
