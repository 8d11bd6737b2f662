package org.citybrain.sceneformat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;

/**
 * {@code rules/<rule>.inputs.yaml}: how the inputs of a decision are gathered from facts, see docs/reference/inputs.md.
 *
 * @param subject kind the decision is about: {@code person} or {@code household}
 * @param routes how a candidate of another kind leads to the subject, by that kind
 * @param members the dated membership whose members inputs may go through; absent for single persons
 * @param parametersOn the day parameters are taken on: {@code city-day}, or {@code period} = the earlier of the city
 *     day and the last day of the period, so that an old bill keeps the rate of its year
 * @param idleWhenZero input at whose zero there is nothing to decide for a subject never decided before; empty: always decide
 * @param parameters name in the DMN → parameter id
 */
public record InputSpec(
        String rule,
        String file,
        String subject,
        Map<String, Membership> routes,
        Optional<Membership> members,
        String parametersOn,
        String idleWhenZero,
        Map<String, String> parameters,
        Map<String, Input> inputs) {

    /**
     * Rows that join persons to a household.
     *
     * @param by field the known id is looked up by; {@code take} the field with the id wanted
     * @param from first day inside; {@code until} first day no longer inside (empty: still inside)
     */
    public record Membership(
            String resource, String by, String take, List<Condition> where, String from, String until, int line) {}

    /**
     * One input value of the decision.
     *
     * @param isPrivate names or numbers of persons: kept for deliveries, shown masked only, never given to the DMN
     */
    public record Input(String name, Bilingual title, String unit, boolean isPrivate, Source source, int line) {}

    /** Where a value comes from. */
    public sealed interface Source permits Rows, Age, Answer, Members, SubjectRef {}

    /**
     * A figure or field over fact rows.
     *
     * @param of resources read; each row found counts
     * @param each {@code member} to look up each member's id, {@code subject} to look up the subject's
     * @param by lookup field the id is looked up by
     * @param order for FIRST: rows in ascending order of this field; {@code prefer}: rows fulfilling it come before
     * @param known when the answer is not known unless rows exist; absent: no row means zero
     */
    public record Rows(
            Take take,
            String field,
            List<String> of,
            String each,
            String by,
            List<Condition> where,
            String order,
            List<Condition> prefer,
            Optional<KnownWhen> known)
            implements Source {
        /** What is taken of the rows. */
        public enum Take {
            SUM,
            COUNT,
            FIRST
        }
    }

    /** Full years at the city day of the single subject, from a birth date field. */
    public record Age(String of, String by, String field) implements Source {}

    /** An answer in a form. */
    public record Answer(String form, String field) implements Source {}

    /** Number of members. */
    public record Members() implements Source {}

    /** The subject's own opaque id. */
    public record SubjectRef() implements Source {}

    /**
     * The value is unknown unless every member of at least the age has a row in one of the resources.
     *
     * @param aged parameter name with the age in full years; empty: every member, whatever the age
     * @param birth where a member's birth date is; a member whose birth date is not found counts as old enough
     * @param on day the age is taken on: {@code city-day}, {@code period-end} or {@code period-1-end}
     */
    public record KnownWhen(String aged, Optional<Age> birth, String on, List<String> rowIn) {}

    /** A condition on a field of a row; {@code year} compares the year of a date field. */
    public record Condition(String field, boolean year, Test test, List<Operand> operands, boolean orEmpty) {
        /** How the field is held against the operands. */
        public enum Test {
            IN,
            FROM,
            AFTER,
            UNTIL,
            BEFORE,
            EMPTY,
            STARTS_WITH
        }
    }

    /** A constant, or a word the evaluator knows: {@code period}, {@code period-1}, {@code city-day}… */
    public record Operand(String text, boolean word) {}
}
