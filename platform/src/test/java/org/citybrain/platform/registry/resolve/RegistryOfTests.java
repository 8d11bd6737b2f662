package org.citybrain.platform.registry.resolve;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.kernel.wire.RowChange;
import org.citybrain.platform.TestDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A registry's tables in a database of their own, with a resolver over them. */
final class RegistryOfTests {
    static final String PERSON = "public_security.person";
    static final String HEALTH = "health.health_record";
    static final String ENROLMENT = "health_insurance.enrolment";
    private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String FAMILIES = "刘李王张陈黄吴周胡徐杨罗熊曾邓彭谢何朱郭";
    private static final String GIVEN = "根生福水金宇轩浩然子涵俊杰秀英桂香兰花雨欣怡诗琪佳慧思雅志强晨曦瑞霖昊天乐言致远";

    final JdbcClient db;
    final EntityRows rows;
    final OpaqueIds ids = new OpaqueIds(KEY, "3609");
    private final TransactionTemplate transaction;
    private final String kind;
    private final SetClock clock = new SetClock();
    private Resolver resolver;
    private long sequence;

    /** Goes on by a millisecond with each transaction, and as far as a test lets it. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** What the registry's clock says. */
    Instant now() {
        return clock.instant();
    }

    /** Lets time pass and tells what the clock says then. */
    Instant later() {
        clock.now = clock.now.plusSeconds(1);
        return clock.now;
    }

    RegistryOfTests() {
        this("person");
    }

    RegistryOfTests(String kind) {
        this.kind = kind;
        DriverManagerDataSource source = new DriverManagerDataSource(TestDatabase.fresh(), "postgres", "postgres");
        Flyway.configure()
                .dataSource(source)
                .schemas("registry")
                .locations("classpath:db/migration/registry")
                .load()
                .migrate();
        db = JdbcClient.create(source);
        rows = new EntityRows(db);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        resolver = fresh();
    }

    private Resolver fresh() {
        return new Resolver(
                RecordDeclaration.read(Path.of("../registries/" + kind + ".records.yaml")),
                ids,
                new RecordFault.AddressDoubts() {
                    @Override
                    public String otherCity(String address) {
                        return address.startsWith("南昌市") ? "南昌市" : "";
                    }

                    @Override
                    public String several(String address) {
                        return address.startsWith("朝阳社区") ? "东湖区朝阳社区、西山县朝阳社区" : "";
                    }
                },
                db,
                clock);
    }

    /** The process dies and another begins. */
    void restart() {
        resolver = fresh();
    }

    Resolver resolver() {
        return resolver;
    }

    <T> T within(Supplier<T> work) {
        clock.now = clock.now.plusMillis(1);
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    void take(List<RowChange> changes) {
        within(() -> resolver.take(changes));
    }

    /** Settles until nothing waits. */
    void settle() {
        while (within(() -> resolver.settle(50)) > 0) {
            // goes on
        }
    }

    void learnAndSettle() {
        within(() -> {
            resolver.learnAnew();
            return true;
        });
        settle();
    }

    RowChange row(String resource, String key, String... pairs) {
        return change("c", resource, key, pairs);
    }

    RowChange change(String op, String resource, String key, String... pairs) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        long now = clock.millis() * 1000;
        return new RowChange(
                resource,
                op,
                key,
                op.equals("d") ? fields : null,
                op.equals("d") ? null : fields,
                0,
                ++sequence,
                0,
                now,
                now);
    }

    String entityOf(String resource, String key) {
        return db.sql("select entity from registry.record where resource = ? and key = ?")
                .params(resource, key)
                .query(String.class)
                .single();
    }

    long idOf(String resource, String key) {
        return db.sql("select id from registry.record where resource = ? and key = ?")
                .params(resource, key)
                .query(Long.class)
                .single();
    }

    long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    /** Codes of what is strange about a record. */
    List<String> faultsOf(String resource, String key) {
        return db.sql("select code from registry.record_fault where record = ? order by code")
                .param(idOf(resource, key))
                .query(String.class)
                .list();
    }

    /** Who stands together, by resource and key. */
    Set<Set<String>> clusters() {
        Map<String, Set<String>> clusters = new TreeMap<>();
        db.sql("select entity, resource || '/' || key as place from registry.record where not deleted")
                .query((row, number) -> clusters.computeIfAbsent(row.getString("entity"), unused -> new TreeSet<>())
                        .add(row.getString("place")))
                .list();
        return Set.copyOf(clusters.values());
    }

    static String number(String born, int order) {
        String digits = "360999" + born + String.format("%03d", order % 1000);
        return digits + IdentityNumber.checkOf(digits);
    }

    /** Persons in three sources; every eighth health record and every twelfth enrolment came without a number. */
    List<RowChange> city(int persons, long seed) {
        Random random = new Random(seed);
        List<RowChange> changes = new ArrayList<>();
        for (int i = 0; i < persons; i++) {
            changes.addAll(person(i, random));
        }
        return changes;
    }

    private List<RowChange> person(int i, Random random) {
        String born = String.format(
                "%04d%02d%02d", 1940 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28));
        boolean male = random.nextBoolean();
        String number = number(born, i % 490 * 2 + (male ? 1 : 0));
        String name = "" + sign(FAMILIES, random) + sign(GIVEN, random) + sign(GIVEN, random);
        String village = String.format("3609020010%02d", random.nextInt(40));
        String date = born.substring(0, 4) + "-" + born.substring(4, 6) + "-" + born.substring(6);
        String sex = male ? "1" : "2";
        String phone = "139" + (10000000 + i * 7919 % 89999999);
        String[] base = {"name", name, "sex", sex, "birth_date", date, "region_code", village};
        return List.of(
                row(PERSON, "p" + i, with(base, "id_number", number, "address", "灵泉路" + i + "号")),
                row(HEALTH, "h" + i, with(base, "id_number", i % 8 == 0 ? "" : number, "phone", phone)),
                row(ENROLMENT, "e" + i, "id_number", i % 12 == 0 ? "" : number, "name", name, "region_code", village));
    }

    private static String[] with(String[] base, String... more) {
        String[] all = java.util.Arrays.copyOf(base, base.length + more.length);
        System.arraycopy(more, 0, all, base.length, more.length);
        return all;
    }

    private static char sign(String signs, Random random) {
        return signs.charAt(random.nextInt(signs.length()));
    }
}
