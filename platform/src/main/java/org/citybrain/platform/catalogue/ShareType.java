package org.citybrain.platform.catalogue;

import org.citybrain.kernel.text.Bilingual;

/** How a resource is shared under State Council order 809. */
public enum ShareType {
    UNCONDITIONAL("无条件共享", "Unconditional"),
    CONDITIONAL("有条件共享", "Conditional"),
    NOT_SHARED("不予共享", "Not shared");

    private final Bilingual title;

    ShareType(String zh, String en) {
        this.title = new Bilingual(zh, en);
    }

    /** The type as shown. */
    public Bilingual title() {
        return title;
    }
}
