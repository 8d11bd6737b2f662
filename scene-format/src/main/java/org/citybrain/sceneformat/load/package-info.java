/**
 * Reads a scene folder into values. Door: {@link org.citybrain.sceneformat.load.SceneFolder}. Contents are closed: a file
 * or key nobody reads is a finding, because a misspelt key would otherwise be silently without effect. All scalars stay
 * text until their reader gives them a type, so decimals keep every digit.
 */
@NullMarked
package org.citybrain.sceneformat.load;

import org.jspecify.annotations.NullMarked;
