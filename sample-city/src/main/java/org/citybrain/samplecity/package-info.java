@NullMarked
package org.citybrain.samplecity;

import org.jspecify.annotations.NullMarked;
