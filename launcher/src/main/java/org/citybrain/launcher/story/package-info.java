/** The stories themselves, one class each, and what they share: households of the truth file, bills, cases, pool rows. */
@NullMarked
package org.citybrain.launcher.story;

import org.jspecify.annotations.NullMarked;
