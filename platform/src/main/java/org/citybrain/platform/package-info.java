@NullMarked
package org.citybrain.platform;

import org.jspecify.annotations.NullMarked;
