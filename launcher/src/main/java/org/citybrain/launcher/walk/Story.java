package org.citybrain.launcher.walk;

/** One story walked in a running city. Stories run one after the other and share the city. */
public interface Story {

    /** A short name for `--only`. */
    String name();

    /** What it shows, in one line. */
    String title();

    /** Whether it takes so long that it is walked only when `--only` names it. */
    default boolean isWalkedOnlyByName() {
        return false;
    }

    /** Walks it. A step that fails, and any exception, ends the story as failed; {@link SkippedException} skips it. */
    void walk(Walk walk) throws Exception;
}
