/**
 * What an invented city is built of: chance that repeats, real villages, names, employers, identity numbers of the
 * area code 360999, which does not exist (domain.md §3.1).
 */
@NullMarked
package org.citybrain.samplecity.city;

import org.jspecify.annotations.NullMarked;
