package org.citybrain.matching.schema;

import java.util.List;

/**
 * A matching as declared.
 *
 * @param name what is matched, for messages
 * @param mode whether records of one source may join
 * @param input how the files are written
 * @param fields what is known of a record
 * @param groups fields that hang on one another (a postcode and its town): only the first that agrees is weighed
 * @param rules which records meet
 * @param guards what never joins
 */
public record MatchSchema(
        String name,
        Mode mode,
        InputFormat input,
        List<MatchField> fields,
        List<List<Integer>> groups,
        List<BlockRule> rules,
        Guards guards) {

    /** What is looked for. */
    public enum Mode {
        /** Records of the same person or thing anywhere. */
        DEDUPE,
        /** Pairs across two or more sources; records of one source are not compared. */
        LINK
    }

    public MatchSchema {
        fields = List.copyOf(fields);
        groups = groups.stream().map(List::copyOf).toList();
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new SchemaException("没有分块规则 · " + name + " declares no blocking rule");
        }
    }

    /** The place of a field. */
    public int fieldNumber(String word) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(word)) {
                return i;
            }
        }
        throw new SchemaException("没有这个字段 · no such field: " + word);
    }
}
