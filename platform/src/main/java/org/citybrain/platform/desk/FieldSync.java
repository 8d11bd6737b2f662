package org.citybrain.platform.desk;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.jspecify.annotations.Nullable;

/** Takes what phones kept. */
public interface FieldSync {
    /** Takes the items one by one; one that is refused does not hold up the others. */
    List<Result> sync(Caller caller, List<FieldItem> items);

    /** What became of an item: DONE, REPEATED or REFUSED with the reason. */
    record Result(String clientId, String state, @Nullable Bilingual reason) {}
}
