/**
 * The departments' tables: their columns (from {@code departments/*.yaml}), and how the truth about a household becomes
 * rows in nine tables, each department spoiling it in its own way ({@code dirt.yaml}).
 */
@NullMarked
package org.citybrain.samplecity.tables;

import org.jspecify.annotations.NullMarked;
