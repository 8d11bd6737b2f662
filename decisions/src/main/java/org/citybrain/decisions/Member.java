package org.citybrain.decisions;

/** A member of the household on the city day; {@code ref} is empty when the membership names no valid identity. */
public record Member(String ref, FactRow row) {
    public boolean hasRef() {
        return !ref.isEmpty();
    }
}
