/** Places for the console, and OGC API Features for everybody's map. */
@NullMarked
package org.citybrain.platform.place.web;

import org.jspecify.annotations.NullMarked;
