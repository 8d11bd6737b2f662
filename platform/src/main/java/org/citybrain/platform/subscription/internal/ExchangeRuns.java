package org.citybrain.platform.subscription.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.subscription.SubscriptionProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exchange runs: many subscriptions asked for and granted together, followed as one. */
@Service
public class ExchangeRuns {

    private final JdbcClient db;
    private final SubscriptionOffice office;
    private final Audit audit;

    ExchangeRuns(JdbcClient db, SubscriptionOffice office, Audit audit) {
        this.db = db;
        this.office = office;
        this.audit = audit;
    }

    /** A run. */
    public record Run(String id, String titleZh, String titleEn, String startedBy, Instant startedAt) {}

    /** Begins a run or adds to it; each member is ordered by the city's data office, on the ground given. */
    @Transactional
    public Run start(String id, String titleZh, String titleEn, String basis, List<SubscriptionOffice.Wish> wishes) {
        if (!id.matches("[a-z0-9-]{3,40}")) {
            throw Refusal.badRequest("编号 id 须为 3 到 40 个 a-z、0-9 或 - · a run's id is 3 to 40 of a-z, 0-9 and -");
        }
        if (titleZh.isBlank() || titleEn.isBlank()) {
            throw Refusal.badRequest("标题 title 的中英文都不能为空 · title needs words in Chinese and in English");
        }
        if (wishes.isEmpty()) {
            throw Refusal.badRequest("交换运行至少要有一个订阅 · an exchange run has at least one subscription (subscriptions)");
        }
        int added =
                db.sql("""
                        insert into subscription.run (id, title_zh, title_en, started_by) values (?, ?, ?, ?)
                        on conflict do nothing""").params(id, titleZh, titleEn, Callers.get().login()).update();
        for (SubscriptionOffice.Wish wish : wishes) {
            SubscriptionOffice.Wish member = new SubscriptionOffice.Wish(
                    wish.consumer(),
                    wish.resource(),
                    wish.fields(),
                    wish.filter(),
                    wish.table(),
                    wish.purpose(),
                    wish.legalBasis(),
                    id);
            office.order(member, basis);
        }
        if (added > 0) {
            audit.record(
                    AuditEvent.EXCHANGE_RUN_STARTED, "run:" + id, Map.of("members", String.valueOf(wishes.size())));
        }
        return find(id).orElseThrow(() -> Refusal.of(SubscriptionProblem.UNKNOWN_RUN, id));
    }

    /** All runs, newest first. */
    public List<Run> list() {
        return db.sql("select * from subscription.run order by started_at desc")
                .query((row, index) -> new Run(
                        row.getString("id"),
                        row.getString("title_zh"),
                        row.getString("title_en"),
                        row.getString("started_by"),
                        row.getTimestamp("started_at").toInstant()))
                .list();
    }

    /** One run. */
    public Optional<Run> find(String id) {
        return list().stream().filter(run -> run.id().equals(id)).findFirst();
    }
}
