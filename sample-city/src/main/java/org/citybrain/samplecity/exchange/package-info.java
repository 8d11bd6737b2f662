/**
 * The exchange run's units: the departments and five counties, each with the service records it has accumulated, made from
 * the city's seed so that the whole is as many rows as wished. Words: 交换运行 exchange run, 办件记录 service record, 协办单位 helping unit.
 */
@NullMarked
package org.citybrain.samplecity.exchange;

import org.jspecify.annotations.NullMarked;
