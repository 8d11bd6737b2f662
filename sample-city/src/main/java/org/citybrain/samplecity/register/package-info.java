/**
 * Enters the departments' resources into the catalogue over the platform's public HTTP interface.
 */
@NullMarked
package org.citybrain.samplecity.register;

import org.jspecify.annotations.NullMarked;
