/** Look-ups over HTTP: identity numbers in bodies only, never without purpose and legal basis. */
@NullMarked
package org.citybrain.platform.registry.web;

import org.jspecify.annotations.NullMarked;
