/**
 * What the invented people own and do beside living and earning: firms, jobs, homes, vehicles, schools, visits to the
 * doctor, as they truly are, so that twelve departments can write down the same truth.
 *
 * <p>Door: {@link org.citybrain.samplecity.belongings.Endowments}, asked household by household in the order of the walk;
 * it keeps one entry for each employer, estate and village, never one for each person.
 */
@NullMarked
package org.citybrain.samplecity.belongings;

import org.jspecify.annotations.NullMarked;
