/**
 * A desk (工作台) on which a few records at a time are standardised, compared and clustered under a saved model, for
 * engines that keep records, blocks and links in a state of their own.
 *
 * <p>Door: {@link org.citybrain.matching.desk.MatchDesk}.
 *
 * <p>Words: 工作台 desk.
 */
@NullMarked
package org.citybrain.matching.desk;

import org.jspecify.annotations.NullMarked;
