/**
 * What registries/*.yaml declares of a registry, and what follows from the declaration alone: which source's value survives, and
 * whether a value has its field's form.
 */
@NullMarked
package org.citybrain.platform.registry.declared;

import org.jspecify.annotations.NullMarked;
