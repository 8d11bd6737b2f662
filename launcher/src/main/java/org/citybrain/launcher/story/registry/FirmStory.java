package org.citybrain.launcher.story.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** A firm is found by its code, its new and its old name; renamed and merged it keeps its id; who runs it is told. */
public final class FirmStory implements Story {
    private static final Duration SOON = Duration.ofSeconds(120);

    @Override
    public String name() {
        return "firm";
    }

    @Override
    public String title() {
        return "企业改名、合并, 新旧名称和编号都可查 · a firm renamed and merged is found by either name and id";
    }

    @Override
    public void walk(Walk walk) {
        FirmBooks.require(walk);
        FirmBooks books = new FirmBooks(walk);
        List<FirmBooks.Firm> two = books.latest(2);
        FirmBooks.Firm firm = two.getFirst();
        walk.await("已归一 resolved", SOON, () -> known(books, firm));
        FirmBooks.Firm other = two.getLast();
        walk.await("已归一 resolved", SOON, () -> known(books, other));
        asTheDepartmentHoldsIt(walk, books, firm);
        renamed(walk, books, firm);
        merged(walk, books, firm, other);
    }

    private static Optional<JsonNode> known(FirmBooks books, FirmBooks.Firm firm) {
        return books.search(Map.of("code", firm.code())).contains(firm.ref())
                ? Optional.of(books.read(firm.ref(), ""))
                : Optional.empty();
    }

    private static void asTheDepartmentHoldsIt(Walk walk, FirmBooks books, FirmBooks.Firm firm) {
        JsonNode record = books.read(firm.ref(), "");
        walk.expect("名称同登记库 the name as the register has it", firm.title(), FirmBooks.field(record, "name"));
        walk.expect("成立日期同登记库 the founding day as well", firm.founded(), FirmBooks.field(record, "founded_on"));
        List<String> people = StreamSupport.stream(record.path("people").spliterator(), false)
                .map(person -> person.path("name").asText())
                .toList();
        walk.expectThat("谁在经营 who runs it", people.contains(firm.representative()), people);
        String masked = walk.officer("steward")
                .get("/api/registry/firms/" + firm.ref())
                .path("people")
                .toString();
        walk.expectThat("不说明目的则脱敏 masked without a purpose", !masked.contains(firm.representative()), "masked");
    }

    private static void renamed(Walk walk, FirmBooks books, FirmBooks.Firm firm) {
        Instant before = Instant.now();
        String name = firm.title() + "新";
        books.rename(firm, name);
        walk.awaitSame(
                "新名称已知 the new name is known", SOON, name, () -> FirmBooks.field(books.read(firm.ref(), ""), "name"));
        walk.expect("按新名称查到同一编号 found by the new name", List.of(firm.ref()), books.search(Map.of("name", name)));
        walk.expectThat(
                "按旧名称也查到 found by the old name as well",
                books.search(Map.of("name", firm.title())).contains(firm.ref()),
                firm.ref());
        walk.expect(
                "按当时已知仍是旧名 the old name as known then",
                firm.title(),
                FirmBooks.field(books.read(firm.ref(), FirmBooks.known(before)), "name"));
        JsonNode changes = books.changes(firm.ref());
        boolean told = StreamSupport.stream(changes.spliterator(), false)
                .anyMatch(change -> change.at("/before/zh").asText().equals(firm.title())
                        && change.at("/after/zh").asText().equals(name));
        walk.expectThat("变更记录写明前后名称 the change is told", told, changes.size() + " changes");
        books.rename(firm, firm.title());
    }

    private static void merged(Walk walk, FirmBooks books, FirmBooks.Firm stays, FirmBooks.Firm goes) {
        int records = books.read(stays.ref(), "").path("records").size()
                + books.read(goes.ref(), "").path("records").size();
        List<FirmBooks.Moved> moved = books.moveAll(goes, stays);
        try {
            walk.awaitSame(
                    "旧编号指向存续企业 the old id leads to the firm that took it over",
                    SOON,
                    stays.ref(),
                    () -> books.read(goes.ref(), "").path("ref").asText());
            walk.awaitSame(
                    "记录一条不少 no record lost",
                    SOON,
                    records,
                    () -> books.read(stays.ref(), "").path("records").size());
            walk.expectThat(
                    "归并记入日志 the log tells of it",
                    books.history(stays.ref()).toString().contains(goes.ref()),
                    moved.size() + " rows");
        } finally {
            books.moveBack(moved);
        }
        walk.awaitSame(
                "改回后各归其号 each its own id when it is taken back",
                SOON,
                goes.ref(),
                () -> books.read(goes.ref(), "").path("ref").asText());
    }
}
