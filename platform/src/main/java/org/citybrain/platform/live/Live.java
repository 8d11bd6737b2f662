package org.citybrain.platform.live;

/** The door through which rooms tell open pages that something changed. */
public interface Live {

    /**
     * Tells all open pages, after the running transaction has committed (at once if there is none). Many changes of one
     * topic within a short time reach a page as one.
     *
     * @param topic a short word such as {@code todo}
     */
    void changed(String topic);
}
