package org.citybrain.platform.subscription.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.problem.ShortText;
import org.citybrain.platform.subscription.Subscription;
import org.citybrain.platform.subscription.SubscriptionProblem;
import org.citybrain.platform.subscription.internal.ExchangeRuns;
import org.citybrain.platform.subscription.internal.SubscriptionOffice;
import org.citybrain.platform.subscription.internal.SubscriptionSources;
import org.citybrain.platform.subscription.internal.SubscriptionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Exchange runs: who gives to whom, in one picture. */
@RestController
final class RunController {

    private final ExchangeRuns runs;
    private final SubscriptionStore store;
    private final ViewNames names;

    RunController(ExchangeRuns runs, SubscriptionStore store, ViewNames names) {
        this.runs = runs;
        this.store = store;
        this.names = names;
    }

    /** A run as it is asked for. */
    record Start(
            @Nullable String id,
            @Nullable Bilingual title,
            @Nullable String basis,
            @Nullable List<SubscriptionController.@Nullable Wish> subscriptions) {}

    /** A unit that gives, receives, or both. */
    record Unit(String code, Bilingual title, Figure given, Figure received) {}

    /** What one unit has of another. */
    record Cell(
            String provider,
            String consumer,
            String subscription,
            String state,
            Figure rows,
            @Nullable Boolean equal) {}

    /**
     * A run.
     *
     * @param done whether every subscription of it was compared and found equal
     */
    record Picture(
            String id,
            Bilingual title,
            String startedBy,
            Instant startedAt,
            boolean done,
            Map<String, Figure> figures,
            List<Unit> units,
            List<Cell> cells) {}

    @GetMapping("/api/exchange/runs")
    @Authority(Right.EXCHANGE_READ)
    @Audited(AuditEvent.SUBSCRIPTION_READ)
    List<ExchangeRuns.Run> list() {
        return runs.list();
    }

    @GetMapping("/api/exchange/runs/{id}")
    @Authority(Right.EXCHANGE_READ)
    @Audited(AuditEvent.SUBSCRIPTION_READ)
    Picture open(@PathVariable String id) {
        ExchangeRuns.Run run = runs.find(id).orElseThrow(() -> Refusal.of(SubscriptionProblem.UNKNOWN_RUN, id));
        return picture(run, store.list(id, "", ""));
    }

    @PostMapping("/api/exchange/runs")
    @Authority(Right.SUBSCRIPTION_DECIDE)
    @Audited(AuditEvent.EXCHANGE_RUN_STARTED)
    Picture start(@RequestBody Start wish) {
        ShortText.require("basis", wish.basis());
        Bilingual title = Objects.requireNonNullElse(wish.title(), new Bilingual("交换运行", "Exchange run"));
        ShortText.require("title.zh", title.zh());
        ShortText.require("title.en", title.en());
        ExchangeRuns.Run run = runs.start(
                Objects.requireNonNullElse(wish.id(), ""),
                title.zh(),
                title.en(),
                Objects.requireNonNullElse(wish.basis(), ""),
                members(wish.subscriptions()));
        return picture(run, store.list(run.id(), "", ""));
    }

    private static List<SubscriptionOffice.Wish> members(@Nullable List<SubscriptionController.@Nullable Wish> asked) {
        List<SubscriptionOffice.Wish> members = new ArrayList<>();
        for (SubscriptionController.@Nullable Wish each :
                Objects.requireNonNullElse(asked, List.<SubscriptionController.@Nullable Wish>of())) {
            if (each == null) {
                throw Refusal.badRequest("subscriptions 的第 " + (members.size() + 1) + " 项是空的 · entry "
                        + (members.size() + 1) + " of subscriptions is empty");
            }
            members.add(each.toWish());
        }
        return members;
    }

    private Picture picture(ExchangeRuns.Run run, List<Subscription> members) {
        Map<String, Bilingual> titles = names.departments();
        TreeSet<String> codes = new TreeSet<>();
        TreeMap<String, Long> given = new TreeMap<>();
        TreeMap<String, Long> received = new TreeMap<>();
        List<Cell> cells = new ArrayList<>();
        for (Subscription each : members) {
            String provider = each.provider();
            codes.addAll(List.of(provider, each.consumer()));
            given.merge(provider, each.theirs().tableRows(), Long::sum);
            received.merge(each.consumer(), each.theirs().tableRows(), Long::sum);
            cells.add(cell(each, provider));
        }
        cells.sort(Comparator.comparing(Cell::provider).thenComparing(Cell::consumer));
        String source = SubscriptionSources.ALL + run.id();
        List<Unit> units = codes.stream()
                .map(code -> new Unit(
                        code,
                        titles.getOrDefault(code, new Bilingual(code, code)),
                        new Figure(given.getOrDefault(code, 0L), "rows", source, Instant.now()),
                        new Figure(received.getOrDefault(code, 0L), "rows", source, Instant.now())))
                .toList();
        boolean done = !cells.isEmpty() && cells.stream().allMatch(cell -> Boolean.TRUE.equals(cell.equal()));
        return new Picture(
                run.id(),
                new Bilingual(run.titleZh(), run.titleEn()),
                run.startedBy(),
                run.startedAt(),
                done,
                SubscriptionController.figures(members, run.id()),
                units,
                cells);
    }

    private static Cell cell(Subscription each, String provider) {
        Instant asOf =
                each.theirs().at() == null ? each.request().at() : each.theirs().at();
        return new Cell(
                provider,
                each.consumer(),
                each.id(),
                each.state().name(),
                new Figure(each.theirs().tableRows(), "rows", SubscriptionSources.ONE + each.id(), asOf),
                each.comparison() == null ? null : each.comparison().equal());
    }
}
