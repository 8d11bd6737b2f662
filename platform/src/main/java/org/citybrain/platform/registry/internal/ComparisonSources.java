package org.citybrain.platform.registry.internal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.citybrain.platform.registry.Stewardship;
import org.citybrain.platform.registry.resolve.Resolver;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens {@code comparison:<doubt>}: the weights of each field of a doubtful pair, without the values compared. */
@Component
class ComparisonSources implements SourceProvider {
    private static final String PREFIX = "comparison:";

    private final DeskLists lists;
    private final List<Resolver> resolvers;
    private final Admission admission;

    ComparisonSources(DeskLists lists, Registries registries, Admission admission) {
        this.lists = lists;
        this.admission = admission;
        this.resolvers = registries.resolvers();
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        if (!id.startsWith(PREFIX) || !id.matches(PREFIX + "\\d{1,18}") || !reader.may(Right.REGISTRY_RULE)) {
            return Optional.empty();
        }
        long doubt = Long.parseLong(id.substring(PREFIX.length()));
        return resolvers.stream()
                .flatMap(resolver -> lists.doubt(resolver.declared(), doubt).stream()
                        .filter(pair -> admission.serves(
                                reader,
                                pair.kind(),
                                pair.left().entity(),
                                pair.right().entity()))
                        .map(pair -> view(id, resolver, pair)))
                .findFirst();
    }

    private static SourceView view(String id, Resolver resolver, Stewardship.Doubt pair) {
        List<Map<String, @Nullable Object>> steps =
                resolver.compare(pair.left().record(), pair.right().record()).steps().stream()
                        .map(step -> {
                            Map<String, @Nullable Object> line = new LinkedHashMap<>();
                            line.put("field", step.field());
                            line.put("level", step.level());
                            line.put("bits", step.bits());
                            line.put("total", step.total());
                            return line;
                        })
                        .toList();
        return new SourceView(
                id,
                new Bilingual(
                        "以 2 为底的对数几率：各字段的权重由本市记录自行学习，逐项相加",
                        "Log2 odds: weights of the fields, learnt from the city's own records, added up"),
                "registries/" + resolver.declared().kind() + ".match.yaml",
                Clock.systemUTC().instant(),
                steps,
                steps.size(),
                List.of(
                        SourceView.ReceiptLink.parse(pair.left().receipt()),
                        SourceView.ReceiptLink.parse(pair.right().receipt())),
                List.of());
    }
}
