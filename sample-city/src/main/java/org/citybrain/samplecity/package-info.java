/**
 * The sample city (样例城市): an invented city on real divisions, so that CityBrain can be shown, tested and measured
 * without a real person's data. It plays the departments: their databases, their people, their mistakes and the
 * life that goes on in them. It also knows the truth, and writes it beside the home for checks to compare.
 *
 * <p>Owns: the department-side databases and {@code <home>/truth}. Door: {@link org.citybrain.samplecity.SampleCityMain}
 * and, for checks, {@link org.citybrain.samplecity.story.Stories}. It never talks to CityBrain except over public HTTP.
 */
@NullMarked
package org.citybrain.samplecity;

import org.jspecify.annotations.NullMarked;
