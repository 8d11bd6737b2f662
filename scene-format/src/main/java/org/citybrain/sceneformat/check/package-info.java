/**
 * Compares a scene with itself and with the catalogue: names that lead nowhere, fields that no need grants, resources
 * that do not exist. Door: {@link org.citybrain.sceneformat.check.SceneChecker}; the catalogue is asked through
 * {@link org.citybrain.sceneformat.check.CatalogueLookup}.
 */
@NullMarked
package org.citybrain.sceneformat.check;

import org.jspecify.annotations.NullMarked;
