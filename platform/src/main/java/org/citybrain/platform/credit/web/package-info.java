/** Objections and repairs for the console. */
@NullMarked
package org.citybrain.platform.credit.web;

import org.jspecify.annotations.NullMarked;
