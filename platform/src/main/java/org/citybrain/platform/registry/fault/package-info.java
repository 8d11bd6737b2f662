/**
 * What is strange about sources' records, outside of how they are resolved: an address that leaves the city or its place in doubt,
 * and the way of each fault to the list of findings.
 */
@NullMarked
package org.citybrain.platform.registry.fault;

import org.jspecify.annotations.NullMarked;
