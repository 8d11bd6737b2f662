package org.citybrain.samplecity.belongings;

import org.citybrain.samplecity.population.Resident;

/**
 * An employer with what is true of it when the walk has ended.
 *
 * @param firm the employer
 * @param people how many residents work there
 * @param yearlyCents what it paid them last year
 * @param representative who represents it: one of them, or a resident of the county
 */
public record Staff(Firm firm, int people, long yearlyCents, Resident representative) {}
