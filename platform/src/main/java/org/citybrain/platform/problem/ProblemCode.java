package org.citybrain.platform.problem;

/**
 * One entry of a room's closed list of refusals. A room declares an enum of these; the console translates by
 * {@link #slug()}.
 */
public interface ProblemCode {

    /** What is told. */
    ProblemText text();

    /** Stable name, room first: {@code catalogue.unknown-resource}. */
    default String slug() {
        return text().slug();
    }

    /** HTTP status, 400 to 599. */
    default int status() {
        return text().status();
    }
}
