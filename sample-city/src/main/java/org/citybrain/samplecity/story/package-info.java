/**
 * Single changes for demonstrations and checks: the bill that should raise an alert, the one that should not.
 *
 * <p>Door: {@link org.citybrain.samplecity.story.Stories}.
 */
@NullMarked
package org.citybrain.samplecity.story;

import org.jspecify.annotations.NullMarked;
