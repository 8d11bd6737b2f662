/** Room subscription's endpoints. */
@NullMarked
package org.citybrain.platform.subscription.web;

import org.jspecify.annotations.NullMarked;
