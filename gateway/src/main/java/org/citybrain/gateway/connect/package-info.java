/**
 * {@code connect}: takes in a database or folder that nobody designed for this.
 *
 * <p>Process: {@link org.citybrain.gateway.connect.ConnectMain}. Reads the schema, proposes resources with keys and
 * guessed data elements, registers them after confirmation and tells the gateway. Each table gives its own rows: children
 * of an inheriting table are resources of their own, so counts equal {@code select count(*) from only t}.
 */
@NullMarked
package org.citybrain.gateway.connect;

import org.jspecify.annotations.NullMarked;
