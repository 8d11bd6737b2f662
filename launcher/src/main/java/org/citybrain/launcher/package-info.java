@NullMarked
package org.citybrain.launcher;

import org.jspecify.annotations.NullMarked;
