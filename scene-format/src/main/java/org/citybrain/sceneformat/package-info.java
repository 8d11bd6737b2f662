@NullMarked
package org.citybrain.sceneformat;

import org.jspecify.annotations.NullMarked;
