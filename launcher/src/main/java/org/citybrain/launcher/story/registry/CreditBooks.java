package org.citybrain.launcher.story.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.citybrain.kernel.code.CreditCode;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.Door;
import org.citybrain.launcher.walk.SkippedException;
import org.citybrain.launcher.walk.Walk;
import org.jspecify.annotations.Nullable;

/** The departments' own tables of public credit, and the registry that gathers them. */
final class CreditBooks {
    static final String PENALTY = "market_regulation.penalty";
    private static final int DAY = 10;
    private static final List<Book> BOOKS = List.of(
            new Book(PENALTY, "document_no"),
            new Book("market_regulation.serious_violation", "list_no"),
            new Book("tax.major_violation", "document_no"),
            new Book("tax.a_taxpayer", "rating_no"),
            new Book("human_resources.wage_arrears", "list_no"));

    private final Walk walk;
    private final Door steward;
    private final OpaqueIds ids;

    CreditBooks(Walk walk) {
        this.walk = walk;
        this.steward = walk.officer("steward");
        this.ids = new OpaqueIds(walk.config().get("opaque.key"), walk.config().get("city.node"));
    }

    /** A table and the column of the number that its department gave. */
    record Book(String resource, String number) {
        String department() {
            return resource.substring(0, resource.indexOf('.'));
        }

        String table() {
            return resource.substring(resource.indexOf('.') + 1);
        }
    }

    /** A penalty as the department holds it. */
    record Penalty(long row, String number, String code, String fine, LocalDate decided, String firm, String record) {}

    static List<Book> all() {
        return BOOKS;
    }

    DepartmentDatabase market() {
        return walk.department("market_regulation");
    }

    String rows(Book book) {
        return walk.department(book.department()).value("select count(*) from " + book.table());
    }

    /** A figure of the registry's about one type. */
    String figure(String resource, String count) {
        return StreamSupport.stream(
                        steward.get("/api/registry/papers/credit/types").spliterator(), false)
                .filter(type -> type.path("resource").asText().equals(resource))
                .map(type -> type.path(count).path("value").asText())
                .findFirst()
                .orElse("none");
    }

    LocalDate today() {
        return LocalDate.parse(
                walk.machine().get("/api/clock").path("cityTime").asText().substring(0, DAY));
    }

    /** How many penalties are over on a day, each by the longest publicity of its own class. */
    String over(LocalDate today) {
        return market().value(
                        "select count(*) from penalty where status in ('已修复', '已撤销') or decided_on <"
                                + " case severity when '轻微' then ?::date when '一般' then ?::date"
                                + " when '严重' then ?::date end",
                        day(today.minusMonths(3)),
                        day(today.minusMonths(12)),
                        day(today.minusMonths(36)));
    }

    static java.sql.Date day(LocalDate day) {
        return java.sql.Date.valueOf(day);
    }

    /** The latest general penalty that may be repaired on a day, of a firm whose code is right. */
    Penalty repairable(LocalDate today) {
        return findRepairable(today)
                .orElseThrow(() -> new SkippedException("没有可修复的一般处罚 · no general penalty can be repaired"));
    }

    /** A small city may have none: then the department enters one, of half a year ago and done with since. */
    void enterRepairable(LocalDate today) {
        if (findRepairable(today).isPresent()) {
            return;
        }
        market()
                .query("select penalty_no, credit_code from penalty where length(credit_code) = 18 order by penalty_no")
                .stream()
                .filter(row -> CreditCode.problemOf(String.valueOf(row.get("credit_code")))
                        .isEmpty())
                .findFirst()
                .ifPresent(row -> enterLike(Long.parseLong(String.valueOf(row.get("penalty_no"))), today));
    }

    private void enterLike(long row, LocalDate today) {
        market().execute("""
                        insert into penalty select (jsonb_populate_record(p, jsonb_build_object(
                          'penalty_no', (select max(penalty_no) + 1 from penalty), 'document_no', p.document_no || '之二',
                          'severity', '一般', 'decided_on', ?::date, 'fulfilled_on', ?::date, 'repaired_on', null,
                          'status', '有效', 'updated_at', localtimestamp))).* from penalty p where penalty_no = ?""", day(today.minusMonths(6)), day(today.minusMonths(5)), row);
    }

    private Optional<Penalty> findRepairable(LocalDate today) {
        for (Map<String, @Nullable String> row : market().query(
                        "select penalty_no, document_no, credit_code, fine, decided_on from penalty p where status = '有效'"
                                + " and severity = '一般' and fulfilled_on is not null and length(credit_code) = 18"
                                + " and decided_on between ? and ? and not exists (select from penalty o"
                                + " where o.document_no = p.document_no and o.penalty_no <> p.penalty_no)"
                                + " order by penalty_no desc limit 50",
                        day(today.minusMonths(9)),
                        day(today.minusMonths(4)))) {
            String code = String.valueOf(row.get("credit_code"));
            String number = String.valueOf(row.get("document_no"));
            if (CreditCode.problemOf(code).isEmpty()) {
                return Optional.of(new Penalty(
                        Long.parseLong(String.valueOf(row.get("penalty_no"))),
                        number,
                        code,
                        String.valueOf(row.get("fine")),
                        LocalDate.parse(String.valueOf(row.get("decided_on"))),
                        ids.firm(code),
                        ids.creditRecord(PENALTY, number)));
            }
        }
        return Optional.empty();
    }

    /** What the departments' own databases hold under a firm's code. */
    SortedSet<String> held(String code) {
        SortedSet<String> numbers = new TreeSet<>();
        for (Book book : BOOKS) {
            walk.department(book.department())
                    .query(
                            "select " + book.number() + " as number from " + book.table()
                                    + " where upper(credit_code) = ?",
                            code)
                    .forEach(row -> numbers.add(String.valueOf(row.get("number"))));
        }
        return numbers;
    }

    /** The same of the registry, as a reader sees it. */
    SortedSet<String> shown(Door reader, String firm) {
        SortedSet<String> numbers = new TreeSet<>();
        for (JsonNode paper : reader.get("/api/registry/papers/credit/of-firm/" + firm)) {
            if (BOOKS.stream()
                    .anyMatch(
                            book -> book.resource.equals(paper.path("resource").asText()))) {
                numbers.add(paper.path("number").asText());
            }
        }
        return numbers;
    }

    Optional<JsonNode> paper(Door reader, Penalty penalty) {
        return StreamSupport.stream(
                        reader.get("/api/registry/papers/credit/of-firm/" + penalty.firm)
                                .spliterator(),
                        false)
                .filter(paper -> paper.path("ref").asText().equals(penalty.record))
                .findFirst();
    }

    /** What is noted about a record for its readers, such as {@code ["DISPUTED"]}. */
    String marks(Penalty penalty) {
        return paper(steward, penalty)
                .map(paper -> paper.path("marks").toString())
                .orElse("none");
    }

    JsonNode file(Penalty penalty) {
        return steward.get("/api/credit/files/" + penalty.record);
    }

    void set(Penalty penalty, String column, @Nullable Object value) {
        market().execute(
                        "update penalty set " + column + " = ?, updated_at = localtimestamp where penalty_no = ?",
                        value,
                        penalty.row);
    }

    /** What the department was asked to change, as it stands in its own table. */
    String asked(String id) {
        return market().value(
                        "select table_name || '/' || row_key || '/' || column_name || '/' || wanted"
                                + " from citybrain_correction where id = ?",
                        id);
    }
}
