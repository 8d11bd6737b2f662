package org.citybrain.platform.registry;

import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A firm in which a person stands.
 *
 * @param firm opaque id; null when the source's row leads to no firm
 * @param receipt {@code resource/lane/sequence/row}
 */
public record FirmRole(
        Bilingual role,
        @Nullable String firm,
        String name,
        @Nullable String detail,
        @Nullable String from,
        @Nullable String to,
        String receipt) {}
