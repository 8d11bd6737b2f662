package org.citybrain.launcher.story.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citybrain.launcher.door.Answer;
import org.citybrain.launcher.door.Door;
import org.citybrain.launcher.walk.SkippedException;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** Penalties and lists are gathered as departments hold them; an objection and a repair go to the source's database and back. */
public final class CreditStory implements Story {
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final int LONGEST_MONTHS = 12;

    @Override
    public String name() {
        return "credit";
    }

    @Override
    public String title() {
        return "公共信用归集、异议、修复, 到来源库再回来 · credit gathered, objected to and repaired, to the source and back";
    }

    @Override
    public void walk(Walk walk) {
        FirmBooks.require(walk);
        if (walk.config().find("account.market-officer.password").isEmpty()) {
            throw new SkippedException("此城没有认定部门经办人账号 · this home is older than the account market-officer");
        }
        CreditBooks books = new CreditBooks(walk);
        books.enterRepairable(books.today());
        LocalDate today = gathered(walk, books);
        CreditBooks.Penalty penalty = books.repairable(today);
        shown(walk, books, penalty);
        objected(walk, books, penalty);
        refused(walk, books, penalty);
        repaired(walk, books, penalty);
    }

    private static LocalDate gathered(Walk walk, CreditBooks books) {
        for (CreditBooks.Book book : CreditBooks.all()) {
            walk.awaitSame(
                    book.resource() + " 条数与部门库一致 as many as the department holds",
                    SOON,
                    books.rows(book),
                    () -> books.figure(book.resource(), "all"));
        }
        LocalDate today = books.today();
        String over = books.over(today);
        String told = books.figure(CreditBooks.PENALTY, "ended");
        // the city's day may turn between the two questions
        if (today.equals(books.today())) {
            walk.expect("按失信程度公示期满的条数 as many past the days of their class", over, told);
        }
        return today;
    }

    private static void shown(Walk walk, CreditBooks books, CreditBooks.Penalty penalty) {
        Door desk = walk.officer("town-officer");
        walk.awaitSame(
                "企业页与各部门库一致 the firm's records as its departments hold them",
                SOON,
                books.held(penalty.code()),
                () -> books.shown(desk, penalty.firm()));
        JsonNode paper = books.paper(desk, penalty).orElseThrow();
        walk.expect(
                "失信程度 severity",
                "GENERAL",
                paper.path("standing").path("severity").asText());
        walk.expect(
                "公示期止 published until",
                penalty.decided().plusMonths(LONGEST_MONTHS).toString(),
                paper.path("to").asText());
    }

    private static void objected(Walk walk, CreditBooks books, CreditBooks.Penalty penalty) {
        String right = new BigDecimal(penalty.fine()).add(BigDecimal.TEN).toPlainString();
        Map<String, String> words =
                Map.of("record", penalty.record(), "column", "fine", "wanted", right, "reason", "当事人称金额有误");
        String id = walk.officer("town-officer")
                .post("/api/credit/objections", words)
                .path("id")
                .asText();
        walk.expect("标注异议中 flagged while it is open", "[\"DISPUTED\"]", books.marks(penalty));
        walk.awaitSame("异议已到部门 it is with the department", SOON, "RECEIVED", () -> objection(books, penalty));
        walk.expect(
                "部门库里是哪一行 which row it names there", "penalty/" + penalty.row() + "/fine/" + right, books.asked(id));
        try {
            books.set(penalty, "fine", new BigDecimal(right));
            walk.awaitSame("来源改正即办结 ended by the source's change", SOON, "ACCEPTED", () -> objection(books, penalty));
            walk.expect("标注已撤 no longer flagged", "[]", books.marks(penalty));
        } finally {
            books.set(penalty, "fine", new BigDecimal(penalty.fine()));
        }
    }

    private static String objection(CreditBooks books, CreditBooks.Penalty penalty) {
        return books.file(penalty).path("objections").path(0).path("state").asText();
    }

    private static String repair(CreditBooks books, CreditBooks.Penalty penalty) {
        return books.file(penalty).path("repairs").path(0).path("state").asText();
    }

    private static Answer apply(Walk walk, CreditBooks.Penalty penalty, List<String> proofs) {
        return walk.officer("town-officer")
                .send(
                        "/api/credit/repairs",
                        Map.of("record", penalty.record(), "commitment", "已改正，承诺守法经营", "proofs", proofs));
    }

    /** While the department says that duties are not done, and without proofs. */
    private static void refused(Walk walk, CreditBooks books, CreditBooks.Penalty penalty) {
        walk.expect(
                "没有证明不受理 not without a proof",
                "credit.commitment-missing",
                apply(walk, penalty, List.of()).body().path("code").asText());
        String done = String.valueOf(
                books.market().value("select fulfilled_on from penalty where penalty_no = ?", penalty.row()));
        books.set(penalty, "fulfilled_on", null);
        try {
            walk.awaitSame(
                    "义务未履行不受理 not before duties are done",
                    SOON,
                    "credit.duties-open",
                    () -> books.file(penalty).path("obstacle").path("code").asText());
            walk.expect(
                    "申请被拒 and refused when asked",
                    "credit.duties-open",
                    apply(walk, penalty, List.of("缴款凭证")).body().path("code").asText());
        } finally {
            books.set(penalty, "fulfilled_on", CreditBooks.day(LocalDate.parse(done)));
        }
        walk.awaitSame(
                "履行后可申请 may be asked again",
                SOON,
                "true",
                () -> String.valueOf(books.file(penalty).path("obstacle").isNull()
                        || books.file(penalty).path("obstacle").isMissingNode()));
    }

    private static void repaired(Walk walk, CreditBooks books, CreditBooks.Penalty penalty) {
        Door desk = walk.officer("town-officer");
        String id = apply(walk, penalty, List.of("缴款凭证")).get().path("id").asText();
        walk.officer("market-officer")
                .post("/api/credit/repairs/" + id + "/decision", Map.of("grant", true, "reason", "材料齐全，义务已履行"));
        walk.expectThat(
                "普通读者不再看到 no longer shown to ordinary readers",
                books.paper(desk, penalty).isEmpty(),
                books.paper(desk, penalty).isEmpty());
        walk.expect("治理专员仍可查 kept for the steward", "[\"WITHHELD\"]", books.marks(penalty));
        walk.awaitSame("决定已到部门 the decision is with the department", SOON, "DELIVERED", () -> repair(books, penalty));
        walk.expect("部门库里要改什么 what it asks for", "penalty/" + penalty.row() + "/status/已修复", books.asked(id));
        try {
            books.set(penalty, "status", "已修复");
            walk.awaitSame("来源修复即办结 ended by the source's own row", SOON, "DONE", () -> repair(books, penalty));
        } finally {
            books.set(penalty, "status", "有效");
        }
        walk.awaitSame(
                "来源恢复则重新公示 shown again when the source restores it", SOON, "RESTORED", () -> repair(books, penalty));
        walk.expect(
                "与部门库再次一致 as the departments hold it again",
                books.held(penalty.code()),
                books.shown(desk, penalty.firm()));
    }
}
