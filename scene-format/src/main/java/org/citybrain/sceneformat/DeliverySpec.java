package org.citybrain.sceneformat;

import java.util.Map;
import org.citybrain.kernel.text.Bilingual;

/** A row written back into a department's own database: column by column, where its value comes from. */
public record DeliverySpec(
        String id,
        String file,
        Bilingual title,
        String department,
        String table,
        String keyColumn,
        Map<String, ValueFrom> columns) {}
