package org.citybrain.sceneformat;

import java.util.List;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Rows used by tests and to try the scene out. The first field written of a row is its key.
 *
 * @param rows resource → rows, each field → canonical text (null: no value)
 */
public record Sample(String id, String file, Bilingual title, Map<String, List<Map<String, @Nullable String>>> rows) {}
