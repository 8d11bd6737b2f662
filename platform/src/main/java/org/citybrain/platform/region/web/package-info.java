/** Outlines for the map and the village of a point over HTTP. */
@NullMarked
package org.citybrain.platform.region.web;

import org.jspecify.annotations.NullMarked;
