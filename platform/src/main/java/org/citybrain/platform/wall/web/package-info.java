/** The wall over HTTP. */
@NullMarked
package org.citybrain.platform.wall.web;

import org.jspecify.annotations.NullMarked;
