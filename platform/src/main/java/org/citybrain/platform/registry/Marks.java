package org.citybrain.platform.registry;

import java.util.Set;

/** The door through which a room notes something about a record beside what its source says. */
public interface Marks {

    /**
     * Notes it in the running transaction; again is the same.
     *
     * @param ref any id of the record
     * @param cause the procedure that it follows from
     */
    void set(String ref, Paper.Mark mark, String cause);

    /** Takes the note back. */
    void clear(String ref, Paper.Mark mark);

    /** What is noted about a record. */
    Set<Paper.Mark> of(String ref);
}
