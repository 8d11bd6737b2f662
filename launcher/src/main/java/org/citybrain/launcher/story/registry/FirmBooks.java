package org.citybrain.launcher.story.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.code.CreditCode;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.Officer;
import org.citybrain.launcher.walk.SkippedException;
import org.citybrain.launcher.walk.Walk;
import org.jspecify.annotations.Nullable;

/** The registry of firms as a steward asks it, and the departments' own tables that hold firms by their code. */
final class FirmBooks {
    private static final int OK = 200;
    private static final String WHY = "purpose=" + encoded("演示核验") + "&legalBasis=" + encoded("政务数据共享条例");
    private static final List<Book> BOOKS = List.of(
            new Book("market_regulation", "business", "business_no"),
            new Book("tax", "taxpayer", "taxpayer_no"),
            new Book("human_resources", "insured_unit", "unit_no"),
            new Book("housing_fund", "unit_account", "unit_account_no"));

    private final Walk walk;
    private final Officer steward;
    private final OpaqueIds ids;

    FirmBooks(Walk walk) {
        this.walk = walk;
        this.steward = walk.officer("steward");
        this.ids = new OpaqueIds(walk.config().get("opaque.key"), walk.config().get("city.node"));
    }

    /** A department's table of firms. */
    private record Book(String department, String table, String key) {}

    /** A row of one of the tables that was moved to another code. */
    record Moved(String department, String table, String key, String row, String code) {}

    /** A firm as the market regulation bureau holds it. */
    record Firm(String row, String code, String title, String representative, String founded, String ref) {}

    /** Ends the story where the city has no market regulation bureau. */
    static void require(Walk walk) {
        if (walk.machine().ask("/api/resources/market_regulation.business").status() != OK) {
            throw new SkippedException("市场监管局未接入 · this city has no market regulation bureau");
        }
    }

    /** The latest living firms with a valid code and a name that no other bears. */
    List<Firm> latest(int number) {
        List<Firm> firms = new ArrayList<>();
        for (Map<String, @Nullable String> row : market().query(
                        "select business_no, credit_code, title, legal_representative, founded_on from business b"
                                + " where status = '存续' and length(credit_code) = 18 and founded_on is not null"
                                + " and legal_representative is not null and not exists (select from business o"
                                + " where o.business_no <> b.business_no and (o.title = b.title or o.credit_code = b.credit_code))"
                                + " order by business_no desc limit 200")) {
            String code = String.valueOf(row.get("credit_code"));
            if (firms.size() < number && CreditCode.problemOf(code).isEmpty()) {
                firms.add(new Firm(
                        String.valueOf(row.get("business_no")),
                        code,
                        String.valueOf(row.get("title")),
                        String.valueOf(row.get("legal_representative")),
                        String.valueOf(row.get("founded_on")),
                        ids.firm(code)));
            }
        }
        if (firms.size() < number) {
            throw new SkippedException("企业太少 · too few firms");
        }
        return firms;
    }

    DepartmentDatabase market() {
        return walk.department("market_regulation");
    }

    void rename(Firm firm, String title) {
        market().execute(
                        "update business set title = ?, updated_at = localtimestamp where business_no = ?",
                        title,
                        Long.parseLong(firm.row));
    }

    /** Every department writes the firm's rows under another firm's code, as after a merger. */
    List<Moved> moveAll(Firm from, Firm to) {
        List<Moved> moved = new ArrayList<>();
        for (Book book : BOOKS) {
            DepartmentDatabase database = walk.department(book.department);
            String rows = "select " + book.key + " from " + book.table + " where upper(credit_code) = ?";
            for (Map<String, @Nullable String> row : database.query(rows, from.code)) {
                moved.add(
                        new Moved(book.department, book.table, book.key, String.valueOf(row.get(book.key)), from.code));
            }
        }
        moved.forEach(row -> write(row, to.code));
        return moved;
    }

    void moveBack(List<Moved> moved) {
        moved.forEach(row -> write(row, row.code));
    }

    private void write(Moved row, String code) {
        walk.department(row.department)
                .execute(
                        "update " + row.table + " set credit_code = ?, updated_at = localtimestamp where " + row.key
                                + " = ?",
                        code,
                        Long.parseLong(row.row));
    }

    List<String> search(Map<String, String> question) {
        List<String> refs = new ArrayList<>();
        steward.post("/api/registry/firms/search", question)
                .forEach(hit -> refs.add(hit.path("ref").asText()));
        return refs;
    }

    /** The firm's record in full; the reads go to the ledgers of those who run it. */
    JsonNode read(String ref, String more) {
        return steward.get("/api/registry/firms/" + ref + "?" + WHY + "&unmask=true" + more);
    }

    JsonNode changes(String ref) {
        return steward.get("/api/registry/entities/" + ref + "/changes?kind=firm");
    }

    JsonNode history(String ref) {
        return steward.get("/api/registry/entities/" + ref + "/history");
    }

    static String known(Instant at) {
        return "&asKnown=" + encoded(at.toString());
    }

    /** A golden field's value; empty when there is none. */
    static String field(JsonNode record, String name) {
        for (JsonNode field : record.path("fields")) {
            if (field.path("field").asText().equals(name)) {
                return field.path("value").asText();
            }
        }
        return "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
