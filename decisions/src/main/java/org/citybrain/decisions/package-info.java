@NullMarked
package org.citybrain.decisions;

import org.jspecify.annotations.NullMarked;
