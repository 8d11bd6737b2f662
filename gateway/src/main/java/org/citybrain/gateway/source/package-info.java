/** What a department's gateway reads from: a database or a folder. */
@NullMarked
package org.citybrain.gateway.source;

import org.jspecify.annotations.NullMarked;
