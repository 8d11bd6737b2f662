package org.citybrain.decisions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a test step expected and did not get. */
final class Misses {
    private final int line;
    private final List<String> misses = new ArrayList<>();

    Misses(int line) {
        this.line = line;
    }

    void addAll(List<String> problems) {
        problems.forEach(problem -> misses.add("line " + line + ": " + problem));
    }

    /** Numbers are compared by amount: 2.50 is 2.5. */
    void compare(String name, String expected, String found) {
        Optional<BigDecimal> left = Numbers.read(expected);
        Optional<BigDecimal> right = Numbers.read(found);
        boolean same =
                left.isPresent() && right.isPresent() ? left.get().compareTo(right.get()) == 0 : expected.equals(found);
        if (!same) {
            misses.add("line " + line + ": " + name + " expected " + expected + " but was " + found);
        }
    }

    List<String> toList() {
        return List.copyOf(misses);
    }
}
