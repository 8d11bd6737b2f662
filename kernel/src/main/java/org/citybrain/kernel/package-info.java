@NullMarked
package org.citybrain.kernel;

import org.jspecify.annotations.NullMarked;
