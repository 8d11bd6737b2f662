/** Opens the source of any figure over HTTP: asks each room's provider in turn. */
@NullMarked
package org.citybrain.platform.indicator.web;

import org.jspecify.annotations.NullMarked;
