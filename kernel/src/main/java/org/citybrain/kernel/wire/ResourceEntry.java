package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.text.Bilingual;

/**
 * A resource as the catalogue announces it to gateways and intake.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResourceEntry(
        String resource,
        Bilingual title,
        String department,
        String shareType,
        String status,
        List<SchemaVersion> versions,
        List<ActiveNeed> needs) {}
