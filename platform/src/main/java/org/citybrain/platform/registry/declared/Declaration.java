package org.citybrain.platform.registry.declared;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.registry.PaperContent;
import org.citybrain.platform.registry.publicity.CreditType;
import org.citybrain.platform.registry.publicity.PublicityRule;
import org.jspecify.annotations.Nullable;

/**
 * {@code registries/<kind>.yaml}: which resources tell which field of a person, a firm or a record about them.
 *
 * @param ref the facts' field that holds the opaque id of what is told of; null where facts hold the number itself
 * @param lookups the facts' fields that hold the number itself
 * @param number column of the number
 */
@JsonIgnoreProperties("format")
public record Declaration(
        String entity,
        Bilingual purpose,
        Bilingual legalBasis,
        @Nullable String ref,
        List<String> lookups,
        String number,
        Origin name,
        @Nullable Origin place,
        List<NeedOf> needs,
        List<Field> fields,
        @Nullable HouseholdOf household,
        List<PeopleOf> people,
        List<PaperOf> papers,
        List<PublicityRule> publicity) {
    public Declaration {
        lookups = lookups == null ? List.of() : List.copyOf(lookups);
        people = people == null ? List.of() : List.copyOf(people);
        papers = papers == null ? List.of() : List.copyOf(papers);
        publicity = publicity == null ? List.of() : List.copyOf(publicity);
    }

    /** A resource with the fields the registry uses. */
    public record NeedOf(String resource, List<String> fields, List<String> lookup) {}

    /** One field of one resource; where a person has several rows, the one with the greatest {@code latestBy} counts. */
    public record Origin(
            String resource, String field, @Nullable String latestBy) {}

    /**
     * A golden field, best origin first.
     *
     * @param form how its values are written; null for free text
     * @param rule order (default), newest, most-frequent
     * @param codes what the sources' codes mean
     * @param english what the sources' Chinese words are in English
     */
    public record Field(
            String name,
            Bilingual title,
            @Nullable String mask,
            @Nullable ValueForm form,
            @Nullable String rule,
            boolean region,
            @Nullable Map<String, Bilingual> codes,
            @Nullable Map<String, String> english,
            @JsonProperty("from") List<Origin> origins) {

        /** How its values are written. */
        ValueForm formOfValue() {
            return form == null ? ValueForm.TEXT : form;
        }

        /** A source's value in both languages; null when the declaration does not name it. */
        @Nullable
        public Bilingual words(String value) {
            Bilingual named = codes == null ? null : codes.get(value);
            String word = english == null ? null : english.get(value);
            return named != null || word == null ? named : new Bilingual(value, word);
        }
    }

    /** A golden field; empty when none is called so. */
    public Optional<Field> field(String wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }

    /**
     * Persons who stand in a relation to a firm.
     *
     * @param firm column of the firm's number
     * @param person column of the person's opaque id
     * @param detail column of what else is told, such as a share
     */
    public record PeopleOf(
            Bilingual role,
            String resource,
            String firm,
            String person,
            String name,
            @Nullable String detail,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * A type of paper.
     *
     * @param person whether its holder is a person, whose name is masked
     * @param unit column that has a value where the holder is a unit all the same
     * @param to column of the last day
     * @param months in place of a last day: how long after its first day it stands
     * @param issue who issues it as an e-licence; null where nobody does
     * @param status column of its state, which has one of the words {@code ended} when it is over
     * @param credit what it is as a public credit record; null for other papers
     */
    public record PaperOf(
            String resource,
            Bilingual title,
            String number,
            String holder,
            boolean person,
            @Nullable String unit,
            @Nullable String detail,
            @Nullable String from,
            @Nullable String to,
            int months,
            @Nullable String status,
            @Nullable List<String> ended,
            PaperContent.@Nullable Issuer issue,
            @Nullable CreditType credit) {
        public List<String> endedWords() {
            return ended == null ? List.of() : ended;
        }
    }

    /**
     * Where memberships are found.
     *
     * @param english what the source's words for kinds and relations are in English
     */
    public record HouseholdOf(
            String resource,
            String ref,
            String relation,
            String kind,
            String from,
            String to,
            String memberName,
            String region,
            @Nullable Map<String, String> english) {

        /** A kind or a relation in both languages; as the source has it where the declaration does not name it. */
        public Bilingual words(@Nullable String value) {
            String text = value == null ? "" : value;
            String word = english == null ? null : english.get(text);
            return new Bilingual(text, word == null ? text : word);
        }
    }

    public static Declaration read(Path file) {
        try {
            return JsonMapper.builder(new YAMLFactory()).build().readValue(file.toFile(), Declaration.class);
        } catch (IOException e) {
            throw new ConfigException(
                    "Cannot read the registry declaration " + file.getFileName() + ": " + e.getMessage());
        }
    }
}
