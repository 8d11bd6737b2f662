/**
 * The shape of a scene folder (场景): an application of the city is a folder of declarations, not code.
 *
 * <p>This package holds the values a folder is read into; {@code load} reads it, {@code check} compares it with the
 * catalogue. A mistake in a folder is a numbered finding (SC-…) with file, line and advice, never an exception: the
 * author sees all mistakes at once. Words: scene 场景, need 需求, rule 规则, parameter 参数, finding 问题.
 */
@NullMarked
package org.citybrain.sceneformat;

import org.jspecify.annotations.NullMarked;
