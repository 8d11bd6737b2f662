/**
 * `bin/cb demo --check`: raises a fresh city and walks its stories without a person, each through the doors that people and
 * departments use, and says what was expected, what was seen and how long it took. A new story is one class and one line in
 * {@link org.citybrain.launcher.check.Stories}.
 */
@NullMarked
package org.citybrain.launcher.check;

import org.jspecify.annotations.NullMarked;
