package org.citybrain.gateway.connect;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints proposals for people. */
final class ProposalTable {
    private static final int FIELDS_WIDTH = 96;

    private ProposalTable() {}

    static String of(List<Proposal> proposals) {
        int width = proposals.stream()
                .mapToInt(proposal -> proposal.resource().length())
                .max()
                .orElse(10);
        int keyWidth = Math.min(
                40, proposals.stream().mapToInt(p -> p.key().length()).max().orElse(3));
        String line = "%-" + width + "s %10s  %-" + keyWidth + "s  %s%n";
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, line, "资源 resource", "行数 rows", "主键 key", "字段 fields"));
        for (Proposal proposal : proposals) {
            text.append(String.format(
                    Locale.ROOT,
                    line,
                    proposal.resource(),
                    proposal.rows(),
                    proposal.key(),
                    shortened(proposal.fields().stream()
                            .map(field -> field.name() + " " + field.sourceType())
                            .collect(Collectors.joining(", ")))));
            proposal.guesses().forEach(guess -> text.append(shown(guess)));
            if (proposal.badRows() > 0) {
                text.append("    ")
                        .append(proposal.badRows())
                        .append(" 行有问题，将搁置 · rows have findings and are set aside\n");
            }
        }
        long rows = proposals.stream().mapToLong(Proposal::rows).sum();
        return text.append(proposals.size())
                .append(" 个资源 resources, ")
                .append(rows)
                .append(" 行 rows\n")
                .toString();
    }

    private static String shown(Proposal.Guess guess) {
        return String.format(
                Locale.ROOT,
                "    %s ← %s: %.1f %% 通过校验 · of %d values pass its check%n",
                guess.field(),
                guess.element(),
                guess.hitRate() * 100,
                guess.sampled());
    }

    private static String shortened(String text) {
        return text.length() <= FIELDS_WIDTH ? text : text.substring(0, FIELDS_WIDTH - 1) + "…";
    }
}
