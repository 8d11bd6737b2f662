@NullMarked
package org.citybrain.platform.region.web;

import org.jspecify.annotations.NullMarked;
