/**
 * Text in Chinese and English.
 */
@NullMarked
package org.citybrain.kernel.text;

import org.jspecify.annotations.NullMarked;
