package org.citybrain.decisions;

import java.util.List;

/** A member of the household on the city day; {@code ref} is empty when the membership names no valid identity. */
public record Member(String ref, FactRow row) {
    static List<String> refs(List<Member> members) {
        return members.stream().filter(Member::hasRef).map(Member::ref).toList();
    }

    public boolean hasRef() {
        return !ref.isEmpty();
    }
}
