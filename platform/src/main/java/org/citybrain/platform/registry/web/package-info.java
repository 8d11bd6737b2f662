@NullMarked
package org.citybrain.platform.registry.web;

import org.jspecify.annotations.NullMarked;
