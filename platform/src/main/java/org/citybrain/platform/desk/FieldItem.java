package org.citybrain.platform.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A visit as a phone kept it until there was a signal.
 *
 * @param clientId made by the phone; sending an item twice does nothing the second time
 * @param doneAt machine time on the phone
 * @param position where it was done, if the phone knew
 * @param photos pictures as data addresses, at most 2,000,000 bytes each
 */
public record FieldItem(
        String clientId,
        String taskId,
        Map<String, Object> values,
        @Nullable Instant doneAt,
        @Nullable Map<String, Object> position,
        @Nullable List<Photo> photos) {

    /** One picture. */
    public record Photo(@Nullable String name, String dataUrl) {}
}
