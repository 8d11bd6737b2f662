package org.citybrain.platform.subscription.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.problem.FilterValue;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.problem.ShortText;
import org.citybrain.platform.subscription.Subscription;
import org.citybrain.platform.subscription.internal.SubscriptionBatches;
import org.citybrain.platform.subscription.internal.SubscriptionFindings;
import org.citybrain.platform.subscription.internal.SubscriptionOffice;
import org.citybrain.platform.subscription.internal.SubscriptionSources;
import org.citybrain.platform.subscription.internal.SubscriptionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions: asked for, decided, steered, looked at. */
@RestController
final class SubscriptionController {

    private static final int LARGEST_PAGE = 200;

    private final SubscriptionStore store;
    private final SubscriptionOffice office;
    private final SubscriptionBatches batches;
    private final SubscriptionFindings findings;
    private final ViewNames names;

    SubscriptionController(
            SubscriptionStore store,
            SubscriptionOffice office,
            SubscriptionBatches batches,
            SubscriptionFindings findings,
            ViewNames names) {
        this.store = store;
        this.office = office;
        this.batches = batches;
        this.findings = findings;
        this.names = names;
    }

    /** All with their sums, and one page of them. */
    record Subscriptions(Map<String, Figure> figures, long total, List<SubscriptionView> rows) {}

    /** One with its batches and findings. */
    record Opened(
            SubscriptionView subscription,
            long batchTotal,
            List<SubscriptionBatches.Row> batches,
            List<SubscriptionFindings.Row> findings) {}

    /** A wish as it comes. */
    record Wish(
            @Nullable String consumer,
            @Nullable String resource,
            @Nullable List<String> fields,
            @Nullable String filter,
            @Nullable String table,
            @Nullable String purpose,
            @Nullable String legalBasis) {
        SubscriptionOffice.Wish toWish() {
            if (consumer == null || resource == null) {
                throw Refusal.badRequest("consumer 和 resource 必填 · consumer and resource are needed");
            }
            ShortText.require("purpose", purpose);
            ShortText.require("legalBasis", legalBasis);
            return new SubscriptionOffice.Wish(
                    consumer,
                    resource,
                    Objects.requireNonNullElse(fields, List.of()),
                    Objects.requireNonNullElse(filter, ""),
                    Objects.requireNonNullElse(table, ""),
                    Objects.requireNonNullElse(purpose, ""),
                    Objects.requireNonNullElse(legalBasis, ""),
                    null);
        }
    }

    /** A data officer's answer. */
    record Answer(boolean granted, @Nullable String basis) {}

    @GetMapping("/api/subscriptions")
    @Authority(Right.EXCHANGE_READ)
    @Audited(AuditEvent.SUBSCRIPTION_READ)
    Subscriptions list(
            @RequestParam(defaultValue = "") String run,
            @RequestParam(defaultValue = "") String consumer,
            @RequestParam(defaultValue = "") String resource,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        FilterValue.require("state", state, Subscription.State.values());
        List<Subscription> all = store.list(run, consumer, resource);
        List<Subscription> chosen = all.stream()
                .filter(each -> state.isBlank() || each.state().name().equals(state))
                .toList();
        int rows = Math.clamp(size, 1, LARGEST_PAGE);
        SubscriptionView.Names known = names.now();
        return new Subscriptions(
                figures(all, run),
                chosen.size(),
                chosen.stream()
                        .skip((long) Math.max(page, 0) * rows)
                        .limit(rows)
                        .map(each -> SubscriptionView.of(each, known))
                        .toList());
    }

    static Map<String, Figure> figures(List<Subscription> all, String run) {
        String source = SubscriptionSources.ALL + run;
        Instant asOf = all.stream()
                .map(each -> each.theirs().at())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.now());
        long sent = all.stream()
                .mapToLong(each -> each.ours().upserts() + each.ours().deletes())
                .sum();
        long applied = all.stream()
                .mapToLong(each -> each.theirs().upserts() + each.theirs().deletes())
                .sum();
        long rows = all.stream().mapToLong(each -> each.theirs().tableRows()).sum();
        long equal = all.stream()
                .filter(each -> each.comparison() != null && each.comparison().equal())
                .count();
        long held = all.stream()
                .filter(each -> each.state() == Subscription.State.HELD)
                .count();
        return Map.of(
                "sent", new Figure(sent, "rows", source, asOf),
                "applied", new Figure(applied, "rows", source, asOf),
                "tableRows", new Figure(rows, "rows", source, asOf),
                "subscriptions", new Figure(all.size(), "subscriptions", source, asOf),
                "equal", new Figure(equal, "subscriptions", source, asOf),
                "held", new Figure(held, "subscriptions", source, asOf));
    }

    @GetMapping("/api/subscriptions/{id}")
    @Authority(Right.EXCHANGE_READ)
    @Audited(AuditEvent.SUBSCRIPTION_READ)
    Opened open(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        Subscription one = office.get(id);
        int rows = Math.clamp(size, 1, LARGEST_PAGE);
        return new Opened(
                SubscriptionView.of(one, names.now()),
                batches.countOf(id),
                batches.page(id, Math.max(page, 0), rows),
                findings.listOf(id));
    }

    /** A filter in words, or where it is wrong; nothing is asked for. */
    @PostMapping("/api/subscriptions/filter")
    @Authority(Right.SUBSCRIPTION_REQUEST)
    @Audited(AuditEvent.SUBSCRIPTION_READ)
    Bilingual filter(@RequestBody Wish wish) {
        SubscriptionOffice.Wish wished = wish.toWish();
        return office.filter(wished).words(names.now().of(wished.resource()));
    }

    @PostMapping("/api/subscriptions")
    @Authority(Right.SUBSCRIPTION_REQUEST)
    @Audited(AuditEvent.SUBSCRIPTION_REQUESTED)
    SubscriptionView ask(@RequestBody Wish wish) {
        return SubscriptionView.of(office.ask(wish.toWish()), names.now());
    }

    @PostMapping("/api/subscriptions/{id}/decide")
    @Authority(Right.SUBSCRIPTION_DECIDE)
    @Audited(AuditEvent.SUBSCRIPTION_DECIDED)
    SubscriptionView decide(@PathVariable String id, @RequestBody Answer answer) {
        String basis = Objects.requireNonNullElse(answer.basis(), "");
        ShortText.require("basis", basis);
        return SubscriptionView.of(office.decide(id, answer.granted(), basis), names.now());
    }

    @PostMapping("/api/subscriptions/{id}/{action}")
    @Authority(Right.SUBSCRIPTION_STEER)
    @Audited(AuditEvent.SUBSCRIPTION_CHANGED)
    SubscriptionView steer(@PathVariable String id, @PathVariable String action) {
        Subscription moved = switch (action) {
            case "pause" -> office.pause(id);
            case "resume" -> office.resume(id);
            case "reload" -> office.reload(id);
            case "compare" -> office.compare(id);
            case "end" -> office.end(id);
            default -> throw Refusal.notFound("action " + action);
        };
        return SubscriptionView.of(moved, names.now());
    }

    /** The proof file of a delivered row in its one exact form. */
    @GetMapping("/api/subscriptions/{id}/proofs/{lane}/{sequence}/{row}")
    @Authority(Right.EXCHANGE_PROVE)
    @Audited(AuditEvent.PROOF_WRITTEN)
    ResponseEntity<byte[]> proof(
            @PathVariable String id, @PathVariable int lane, @PathVariable long sequence, @PathVariable int row) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(batches.proof(id, lane, sequence, row));
    }
}
