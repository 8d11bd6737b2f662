/** What a department's gateway reads from: a database, a folder or an HTTP interface. */
@NullMarked
package org.citybrain.gateway.source;

import org.jspecify.annotations.NullMarked;
