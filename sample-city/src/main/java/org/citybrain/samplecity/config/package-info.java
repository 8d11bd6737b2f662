/**
 * The settings the sample city takes from the home's configuration.
 */
@NullMarked
package org.citybrain.samplecity.config;

import org.jspecify.annotations.NullMarked;
