/** The exchange of seventeen units as a person starts it, and the story that walks it. */
@NullMarked
package org.citybrain.launcher.story.exchange;

import org.jspecify.annotations.NullMarked;
