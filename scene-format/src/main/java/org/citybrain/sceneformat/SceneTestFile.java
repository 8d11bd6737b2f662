package org.citybrain.sceneformat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** One {@code tests/*.yaml}: cases over the rows of a sample (empty: over no rows), each case on a fresh copy. */
public record SceneTestFile(String id, String file, Bilingual title, String sample, List<Case> cases) {
    public SceneTestFile {
        cases = List.copyOf(cases);
    }

    /** One story: its steps run in order on the rows the steps before left. */
    public record Case(String name, int line, List<Step> steps) {
        public Case {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Writes and removes rows, then asks.
     *
     * @param write rows inserted, or replacing the row with the same key (its first field)
     * @param remove resource → keys
     * @param parameters extra dated values put beside the scene's own: id → (first day → value)
     * @param ask the question, absent when the step only changes rows
     */
    public record Step(
            int line,
            LocalDate day,
            Map<String, List<Map<String, @Nullable String>>> write,
            Map<String, List<String>> remove,
            Map<String, Map<LocalDate, String>> parameters,
            Optional<Ask> ask,
            Expect expect) {}

    /** A question to a rule about a subject; {@code form} holds the answers given so far, as text. */
    public record Ask(String rule, String subjectKind, String subject, String period, Map<String, String> form) {}

    /**
     * What must come out. Only what is written is compared.
     *
     * @param inputs expected input values as text; {@code ?} stands for cannot tell
     * @param parameters parameter name in the rule → day its value is from
     * @param candidates compared by the stream runner only, as a set; absent when not written
     */
    public record Expect(
            Optional<String> outcome,
            Map<String, String> inputs,
            Map<String, String> values,
            Map<String, LocalDate> parameters,
            Optional<Set<CandidateKey>> candidates) {}

    /** A candidate as streams emit it. */
    public record CandidateKey(String stream, String subjectKind, String subject, String period) {}
}
