/**
 * Deciding by declared rules: a DMN model, inputs gathered from facts as an inputs file says, and dated parameters.
 *
 * <p>Doors: {@link org.citybrain.decisions.DecisionInputs} gathers, {@link org.citybrain.decisions.Decisions} decides,
 * {@link org.citybrain.decisions.SceneDecisionTests} runs a folder's tests. Nothing here names a place, a department, a
 * threshold or a legal sum. What is missing is told, never taken as zero. Used by the platform, batch runs and tests.
 */
@NullMarked
package org.citybrain.decisions;

import org.jspecify.annotations.NullMarked;
