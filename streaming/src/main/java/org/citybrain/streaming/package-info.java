@NullMarked
package org.citybrain.streaming;

import org.jspecify.annotations.NullMarked;
