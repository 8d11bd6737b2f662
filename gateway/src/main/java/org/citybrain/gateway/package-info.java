@NullMarked
package org.citybrain.gateway;

import org.jspecify.annotations.NullMarked;
