/**
 * What a story is made of: its steps with what was expected and seen, and the doors it may use.
 */
@NullMarked
package org.citybrain.launcher.walk;

import org.jspecify.annotations.NullMarked;
