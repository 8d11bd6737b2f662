/** What the gateway tells of itself: GET /health, and POST /sources for {@code connect}. */
@NullMarked
package org.citybrain.gateway.health;

import org.jspecify.annotations.NullMarked;
