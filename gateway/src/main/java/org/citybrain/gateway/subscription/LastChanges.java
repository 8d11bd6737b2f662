package org.citybrain.gateway.subscription;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.batch.ChangeRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a batch comes to: of several changes of one key the last counts.
 *
 * @param rows that are there afterwards
 * @param gone keys that are not
 */
record LastChanges(List<List<@Nullable String>> rows, List<List<@Nullable String>> gone) {
    static LastChanges of(List<ChangeRecord> changes) {
        Map<List<@Nullable String>, ChangeRecord> last = new LinkedHashMap<>();
        for (ChangeRecord change : changes) {
            last.remove(change.key());
            last.put(change.key(), change);
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        List<List<@Nullable String>> gone = new ArrayList<>();
        for (ChangeRecord change : last.values()) {
            List<@Nullable String> after = change.after();
            if (after == null) {
                gone.add(change.key());
            } else {
                rows.add(after);
            }
        }
        return new LastChanges(rows, gone);
    }
}
