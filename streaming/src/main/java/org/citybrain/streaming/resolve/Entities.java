package org.citybrain.streaming.resolve;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.MemberKey;
import org.citybrain.kernel.wire.Membership;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.matching.desk.MatchDesk;
import org.jspecify.annotations.Nullable;

/**
 * By set: the one writer of memberships. It gathers notes for a few milliseconds, then clusters anew every component
 * that they touched, and tells the entities that are not as they were. All it knows is in Flink's state: after a restart
 * from a checkpoint it goes on with the same ids, and what it says again has a newer version.
 */
final class Entities extends KeyedProcessFunction<String, Tuple5<Integer, String, String, Float, Long>, byte[]> {
    private static final long serialVersionUID = 1L;
    /** Notes of one record come from many blocks: waiting a little spares telling half of a change. */
    private static final long GATHER_MILLIS = 5;

    private static final int MOST_CAUSES = 8;

    private final Declared declared;
    private transient @Nullable MatchDesk desk;
    private transient @Nullable Graph graph;
    private transient @Nullable EntityBook book;

    Entities(Declared declared) {
        this.declared = declared;
    }

    @Override
    public void open(OpenContext context) {
        desk = declared.desk();
        graph = new Graph(getRuntimeContext());
        book = new EntityBook(getRuntimeContext());
    }

    @Override
    public void processElement(
            Tuple5<Integer, String, String, Float, Long> note, Context context, Collector<byte[]> out)
            throws Exception {
        graph().take(note);
        // fires when a bounded input has ended, so that nothing is left untold
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        if (!declared.atEnd()) {
            long now = context.timerService().currentProcessingTime();
            context.timerService().registerProcessingTimeTimer((now / GATHER_MILLIS + 1) * GATHER_MILLIS);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<byte[]> out) throws Exception {
        Map<String, Tuple2<String, Long>> touched = graph().takeTouched();
        if (touched.isEmpty()) {
            return;
        }
        Objects.requireNonNull(desk).tidy();
        Set<String> seen = new HashSet<>();
        Set<String> gone = new HashSet<>();
        List<Group> groups = new ArrayList<>();
        for (String record : touched.keySet()) {
            if (!graph().isPresent(record)) {
                gone.add(record);
            } else if (!seen.contains(record)) {
                Component component = Component.around(record, graph(), Objects.requireNonNull(desk));
                seen.addAll(component.records());
                Told told = told(touched, component.records());
                component.clusters().forEach(members -> groups.add(new Group(members, told)));
            }
        }
        tell(groups, gone, told(touched, touched.keySet()), out);
    }

    /** A cluster, and what led to it. */
    private record Group(List<String> members, Told told) {}

    private record Told(List<String> causes, long sentAt) {}

    private static Told told(Map<String, Tuple2<String, Long>> touched, Iterable<String> records) {
        List<String> causes = new ArrayList<>();
        long sentAt = Long.MAX_VALUE;
        for (String record : records) {
            Tuple2<String, Long> cause = touched.get(record);
            if (cause != null) {
                sentAt = Math.min(sentAt, cause.f1);
                if (!cause.f0.isEmpty() && causes.size() < MOST_CAUSES && !causes.contains(cause.f0)) {
                    causes.add(cause.f0);
                }
            }
        }
        return new Told(causes, sentAt);
    }

    private void tell(List<Group> groups, Set<String> gone, Told all, Collector<byte[]> out) throws Exception {
        EntityBook known = Objects.requireNonNull(book);
        List<EntityBook.Change> changes =
                known.assign(groups.stream().map(Group::members).toList(), gone);
        if (changes.isEmpty()) {
            return;
        }
        long now = Micros.now(Clock.systemUTC());
        long version = known.nextVersion(now);
        Map<List<String>, Told> toldOf = new java.util.IdentityHashMap<>();
        groups.forEach(group -> toldOf.put(group.members(), group.told()));
        for (EntityBook.Change change : changes) {
            Told told = toldOf.getOrDefault(change.members(), all);
            List<MemberKey> members =
                    change.members().stream().map(RecordName::key).toList();
            out.collect(WireJson.write(new Membership(
                    declared.set(),
                    change.entity(),
                    version,
                    members,
                    List.copyOf(change.cameFrom()),
                    told.causes(),
                    told.sentAt(),
                    now)));
        }
    }

    private Graph graph() {
        return Objects.requireNonNull(graph);
    }
}
