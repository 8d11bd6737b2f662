package org.citybrain.streaming.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.citybrain.kernel.wire.MatchRecord;
import org.citybrain.kernel.wire.MatchRuling;
import org.citybrain.kernel.wire.MemberKey;
import org.citybrain.kernel.wire.Membership;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.matching.cluster.Matching;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.columns.StoreLoader;
import org.citybrain.matching.schema.SchemaFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Resolve as a Flink job against the batch in process. */
class ResolveStreamsTest {
    private static final String CONFIG = """
            format: 1
            name: members
            id: key
            source: source
            fields:
              number: {kind: identifier}
              name: {kind: name}
              born: {kind: date}
              town: {kind: text}
            block:
              - [number]
              - [name, born]
              - [sound(name), town]
              - [born, town]
            """;
    private static final String[] FIRST = {"anna", "bruno", "clara", "david", "elsa", "felix", "greta", "hugo"};
    private static final String[] LAST = {"adler", "brandt", "conrad", "dorn", "ebert", "fuchs", "gross", "hahn"};

    @TempDir
    static Path folder;

    private static List<MatchRecord> records;
    private static Set<Set<String>> batch;
    private static Declared declared;

    @BeforeAll
    static void matchInProcess() throws Exception {
        records = members(120);
        StringBuilder csv = new StringBuilder("source,key,number,name,born,town\n");
        for (MatchRecord record : records) {
            csv.append(record.record().source())
                    .append(',')
                    .append(record.record().key());
            for (String column : List.of("number", "name", "born", "town")) {
                csv.append(',').append(record.fields().get(column));
            }
            csv.append('\n');
        }
        Path file = Files.writeString(folder.resolve("members.csv"), csv);
        RecordStore store = new RecordStore(new Lexicon(SchemaFile.parse(CONFIG)));
        new StoreLoader(store).load(file, "");
        Matching matching = Matching.of(store);
        Path model = Files.write(folder.resolve("model"), matching.file().bytes(store.schema()));
        Map<Integer, Set<String>> members = new TreeMap<>();
        for (int i = 0; i < store.size(); i++) {
            members.computeIfAbsent(matching.result().cluster()[i], unused -> new TreeSet<>())
                    .add(store.sourceNames().get(store.source(i)) + "/" + store.key(i));
        }
        batch = Set.copyOf(members.values());
        declared = new Declared("members", CONFIG, model.toString(), true);
    }

    private static List<MatchRecord> members(int persons) {
        Random random = new Random(3);
        List<MatchRecord> rows = new ArrayList<>();
        for (int person = 0; person < persons; person++) {
            String first = FIRST[random.nextInt(FIRST.length)];
            String last = LAST[random.nextInt(LAST.length)];
            String born = String.format(
                    "19%02d-%02d-%02d", random.nextInt(99), 1 + random.nextInt(12), 1 + random.nextInt(28));
            String town = "town" + random.nextInt(9);
            for (int copy = 0; copy < 1 + random.nextInt(4); copy++) {
                Map<String, String> fields = new HashMap<>();
                fields.put("number", random.nextInt(4) == 0 ? "" : "M" + (10_000 + person * 17));
                fields.put("name", random.nextInt(6) == 0 ? first.substring(1) + " " + last : first + " " + last);
                fields.put("born", random.nextInt(5) == 0 ? "" : born);
                fields.put("town", random.nextInt(5) == 0 ? "" : town);
                rows.add(record("club" + copy, "p" + person, fields, false));
            }
        }
        return rows;
    }

    private static MatchRecord record(String source, String key, Map<String, String> fields, boolean gone) {
        return new MatchRecord("members", new MemberKey(source, key), fields, gone, source + "/" + key, 1);
    }

    private static MatchRuling ruling(String id, String kind, MemberKey left, MemberKey right, boolean withdrawn) {
        return new MatchRuling("members", id, kind, List.of(left), List.of(right), withdrawn, 1);
    }

    private static List<Membership> run(RuntimeExecutionMode mode, List<MatchRecord> in, MatchRuling... ruled)
            throws Exception {
        Configuration conf = new Configuration();
        conf.setString("taskmanager.memory.network.max", "32m");
        conf.setString("taskmanager.memory.managed.size", "64m");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, conf);
        env.setRuntimeMode(mode);
        PrimitiveArrayTypeInfo<byte[]> bytes = PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
        DataStream<byte[]> records = env.fromData(
                        bytes, in.stream().map(WireJson::write).toArray(byte[][]::new))
                .setParallelism(1);
        List<byte[]> words = new ArrayList<>();
        words.add(WireJson.write(
                ruling("none", MatchRuling.DISTINCT, new MemberKey("x", "x"), new MemberKey("y", "y"), true)));
        for (MatchRuling one : ruled) {
            words.add(WireJson.write(one));
        }
        DataStream<byte[]> rulings =
                env.fromData(bytes, words.toArray(byte[][]::new)).setParallelism(1);
        List<Membership> found = new ArrayList<>();
        try (CloseableIterator<byte[]> told =
                ResolveStreams.build(records, rulings, declared).executeAndCollect()) {
            told.forEachRemaining(json -> found.add(WireJson.read(json, Membership.class)));
        }
        return found;
    }

    private static Set<Set<String>> clusters(List<Membership> told) {
        Set<Set<String>> clusters = new HashSet<>();
        for (Membership one : told) {
            Set<String> members = new TreeSet<>();
            one.members().forEach(key -> members.add(key.source() + "/" + key.key()));
            clusters.add(members);
        }
        clusters.remove(Set.of());
        return clusters;
    }

    @ParameterizedTest
    @EnumSource(
            value = RuntimeExecutionMode.class,
            names = {"BATCH", "STREAMING"})
    void findsWhatTheBatchFindsInAnotherOrder(RuntimeExecutionMode mode) throws Exception {
        List<MatchRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(8));
        List<Membership> told = run(mode, shuffled);

        assertThat(clusters(told)).isEqualTo(batch);
        assertThat(told).extracting(Membership::entity).doesNotHaveDuplicates();
        assertThat(batch.size()).isLessThan(records.size());
    }

    @Test
    void forgetsVersionsThatWereChangedAndRecordsThatAreGone() throws Exception {
        List<MatchRecord> in = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            MatchRecord record = records.get(i);
            MatchRecord other = records.get((i + 40) % records.size());
            in.add(record(record.record().source(), record.record().key(), other.fields(), false));
            in.add(record("left", "l" + i, record.fields(), false));
            in.add(record);
            in.add(record("left", "l" + i, Map.of(), true));
        }

        assertThat(clusters(run(RuntimeExecutionMode.STREAMING, in))).isEqualTo(batch);
    }

    @Test
    void obeysStewardsUntilTheyWithdraw() throws Exception {
        Set<String> pair =
                batch.stream().filter(members -> members.size() > 1).findFirst().orElseThrow();
        List<MemberKey> keys = pair.stream()
                .map(name -> new MemberKey(name.substring(0, name.indexOf('/')), name.substring(name.indexOf('/') + 1)))
                .toList();
        List<String> alone = batch.stream()
                .filter(members -> members.size() == 1)
                .map(members -> members.iterator().next())
                .sorted()
                .toList();
        MemberKey one = new MemberKey(alone.get(0).split("/")[0], alone.get(0).split("/")[1]);
        MemberKey other = new MemberKey(alone.get(1).split("/")[0], alone.get(1).split("/")[1]);

        Set<Set<String>> ruled = clusters(run(
                RuntimeExecutionMode.STREAMING,
                records,
                ruling("a", MatchRuling.DISTINCT, keys.get(0), keys.get(1), false),
                ruling("b", MatchRuling.MERGE, one, other, false)));
        assertThat(ruled).contains(new TreeSet<>(alone.subList(0, 2)));
        assertThat(ruled)
                .noneMatch(members -> members.containsAll(List.copyOf(pair).subList(0, 2)));

        assertThat(clusters(run(
                        RuntimeExecutionMode.STREAMING,
                        records,
                        ruling("a", MatchRuling.DISTINCT, keys.get(0), keys.get(1), false),
                        ruling("a", MatchRuling.DISTINCT, keys.get(0), keys.get(1), true))))
                .isEqualTo(batch);
    }
}
