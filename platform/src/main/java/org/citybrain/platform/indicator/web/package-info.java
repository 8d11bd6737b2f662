@NullMarked
package org.citybrain.platform.indicator.web;

import org.jspecify.annotations.NullMarked;
