@NullMarked
package org.citybrain.platform.registry.internal;

import org.jspecify.annotations.NullMarked;
