/**
 * The one properties file that every process of a home reads.
 */
@NullMarked
package org.citybrain.kernel.config;

import org.jspecify.annotations.NullMarked;
