package org.citybrain.gateway.folder;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses a file's key: the first column when it is never blank and all but unique, or named like a key and mostly
 * unique.
 */
final class KeyGuess implements Taker {
    private static final double UNIQUE = 0.99;
    private static final double MOSTLY = 0.9;
    private static final int FEW = 20;

    private final Set<String> distinct = new HashSet<>();
    private List<String> columns = List.of();
    private long rows;
    private boolean blank;

    @Override
    public boolean columns(List<String> names) {
        columns = List.copyOf(names);
        return true;
    }

    @Override
    public void row(int line, List<String> values) {
        rows++;
        blank |= values.getFirst().isBlank();
        distinct.add(values.getFirst());
    }

    @Override
    public void bad(int line, List<@Nullable String> values) {
        // says nothing about the key
    }

    List<String> columns() {
        return columns;
    }

    @Nullable
    String key() {
        if (rows == 0 || blank) {
            return null;
        }
        String name = columns.getFirst();
        boolean named =
                name.toLowerCase(Locale.ROOT).matches("id|no|key|code|.*_id|.*_no|.*_code|编号|序号|主键|代码|.*编号|.*编码|.*号码");
        double unique = (double) distinct.size() / rows;
        return unique >= UNIQUE || named && unique >= MOSTLY || named && rows < FEW && unique >= 0.5 ? name : null;
    }
}
