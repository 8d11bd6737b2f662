/**
 * The life clock: births, moves, bills, jobs, deaths, reversals and corrections, written to the departments' databases
 * at a chosen rate while city time goes on, some of them pushing a household over the line.
 */
@NullMarked
package org.citybrain.samplecity.live;

import org.jspecify.annotations.NullMarked;
