package org.citybrain.platform.economy.internal;

/** Closes months at a test's word instead of the timer's. */
public class EconomyOfTests {
    private final MonthClose closing;
    private final DeclaredSeries declared;

    EconomyOfTests(MonthClose closing, DeclaredSeries declared) {
        this.closing = closing;
        this.declared = declared;
    }

    /** Looks at a series once. */
    public void close(String code) {
        closing.close(declared.of(code));
    }
}
