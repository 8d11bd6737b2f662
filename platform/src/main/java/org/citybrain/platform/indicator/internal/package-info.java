@NullMarked
package org.citybrain.platform.indicator.internal;

import org.jspecify.annotations.NullMarked;
