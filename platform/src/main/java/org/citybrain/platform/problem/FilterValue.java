package org.citybrain.platform.problem;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A filter that knows its values: one that it does not know finds nothing for ever, and is refused instead. */
public final class FilterValue {

    private FilterValue() {}

    /** Refuses a value that is neither absent, blank nor known. */
    public static void require(String name, @Nullable String value, Collection<String> known) {
        if (value != null && !value.isBlank() && !known.contains(value)) {
            String given = value.substring(0, Math.min(value.length(), 60));
            throw Refusal.badRequest(
                    known.isEmpty()
                            ? name + " 现在没有可取的值，请不要填写 · has no value yet, leave it out instead of " + given
                            : name + " 的取值只能是 · is one of " + String.join(", ", known) + ", not " + given);
        }
    }

    /** The same, of the names of an enumeration. */
    public static void require(String name, @Nullable String value, Enum<?>[] known) {
        List<String> names = Stream.of(known).map(Enum::name).toList();
        require(name, value, names);
    }
}
