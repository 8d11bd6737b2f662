package org.citybrain.platform.subscription.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.subscribe.FilterException;
import org.citybrain.kernel.subscribe.FilterNames;
import org.citybrain.kernel.subscribe.RowFilter;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.subscription.Subscription;
import org.citybrain.platform.subscription.internal.SubscriptionSources;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as pages show it.
 *
 * @param sent rows that we sent in this laying, changes and deletions
 * @param applied the same as the consumer's receipts say
 * @param tableRows rows of the consumer's table
 * @param behind batches made and not yet answered
 * @param delay milliseconds from the source's change to its being applied, of the last batch with changes; null before one
 * @param equal whether the last comparison found the same on both sides; null before one
 */
record SubscriptionView(
        String id,
        Bilingual title,
        String resource,
        String provider,
        Bilingual providerTitle,
        String consumer,
        Bilingual consumerTitle,
        String table,
        List<String> fields,
        List<Bilingual> fieldTitles,
        String filter,
        Bilingual filterWords,
        String purpose,
        String legalBasis,
        @Nullable String run,
        String state,
        Subscription.Hold hold,
        Subscription.Request request,
        Subscription.Decision decision,
        int lane,
        long sequence,
        Map<Integer, Long> positions,
        Figure sent,
        Figure applied,
        Figure tableRows,
        long behind,
        @Nullable Long delay,
        @Nullable Boolean equal,
        Subscription.@Nullable Comparison comparison,
        @Nullable Instant appliedAt) {

    /** What a view must know of other rooms. */
    record Names(Map<String, DataResource> resources, Map<String, Bilingual> departments, Regions regions) {

        /** What the fields and values of a resource are called; by their own signs where the resource is not known. */
        FilterNames of(String resource) {
            DataResource known = resources.get(resource);
            return known == null ? FilterNames.CODES : new FilterTitles(known, departments, regions);
        }

        Bilingual department(String code) {
            return departments.getOrDefault(code, new Bilingual(code, code));
        }
    }

    static SubscriptionView of(Subscription one, Names names) {
        String source = SubscriptionSources.ONE + one.id();
        Instant asOf =
                one.theirs().at() == null ? one.request().at() : one.theirs().at();
        String provider = one.provider();
        @Nullable DataResource resource = names.resources().get(one.resource());
        return new SubscriptionView(
                one.id(),
                resource == null ? new Bilingual(one.resource(), one.resource()) : resource.title(),
                one.resource(),
                provider,
                names.department(provider),
                one.consumer(),
                names.department(one.consumer()),
                one.table(),
                one.fields(),
                one.fields().stream().map(names.of(one.resource())::field).toList(),
                one.filter(),
                words(one, resource, names),
                one.purpose(),
                one.legalBasis(),
                one.run(),
                one.state().name(),
                one.hold(),
                one.request(),
                one.decision(),
                one.lane(),
                one.sequence(),
                one.positions(),
                new Figure(one.ours().upserts() + one.ours().deletes(), "rows", source, asOf),
                new Figure(one.theirs().upserts() + one.theirs().deletes(), "rows", source, asOf),
                new Figure(one.theirs().tableRows(), "rows", source, asOf),
                Math.max(0, one.sequence() - one.theirs().sequence()),
                delay(one),
                one.comparison() == null ? null : one.comparison().equal(),
                one.comparison(),
                one.theirs().at());
    }

    private static @Nullable Long delay(Subscription one) {
        Instant source = one.theirs().sourceTime();
        Instant applied = one.theirs().at();
        return source == null || applied == null
                ? null
                : Duration.between(source, applied).toMillis();
    }

    private static Bilingual words(Subscription one, @Nullable DataResource resource, Names names) {
        if (resource == null) {
            return new Bilingual(one.filter(), one.filter());
        }
        List<FieldSpec> fields = resource.fields().stream()
                .map(field -> FieldSpec.ofColumn(field.name(), field.sourceType(), field.nullable(), field.key()))
                .toList();
        try {
            return RowFilter.parse(one.filter(), fields).words(names.of(one.resource()));
        } catch (FilterException e) {
            return new Bilingual(one.filter(), one.filter());
        }
    }
}
