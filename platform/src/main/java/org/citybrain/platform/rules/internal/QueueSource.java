package org.citybrain.platform.rules.internal;

import java.util.List;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.citybrain.platform.rules.RecordedDecisions;
import org.springframework.stereotype.Component;

/** Opens {@value RecordedDecisions#QUEUE_SOURCE}: the candidates that wait for a decision, oldest first, without their subjects. */
@Component
class QueueSource implements SourceProvider {
    private final CandidateStore store;

    QueueSource(CandidateStore store) {
        this.store = store;
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        if (!id.equals(RecordedDecisions.QUEUE_SOURCE)) {
            return Optional.empty();
        }
        RecordedDecisions.Queue queue = store.queue();
        return Optional.of(new SourceView(
                id,
                new Bilingual(
                        "数据流指出、尚待规则判定的对象；同一对象、同一期间只计一次",
                        "Subjects that a stream points at and no rule has looked at yet; each once per period"),
                CandidateStore.OLDEST.strip(),
                queue.asOf(),
                queue.rows(),
                queue.waiting(),
                List.of(),
                List.of()));
    }
}
