@NullMarked
package org.citybrain.acceptance;

import org.jspecify.annotations.NullMarked;
