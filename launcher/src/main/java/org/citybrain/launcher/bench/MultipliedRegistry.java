package org.citybrain.launcher.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.supervise.Pause;

/**
 * The person registry of a small city, which resolve made from its departments' records, laid down many times over under other
 * ids: as many persons as asked, each with the records and facts that a real one has. Only the numbers of persons grow; how
 * records became persons is measured by `bench linkage`.
 */
record MultipliedRegistry(City city, int persons) {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final int WRITERS = 2;

    private static final String RECORDS = """
            insert into registry.record (kind, resource, key, fields, number_ref, tokens, lane, sequence, row_no, valid_from,
              known_from, deleted, entity, entity_since, home, settled)
            select kind, resource, c || '~' || key, fields, number_ref || '~' || c,
              array(select token # (c * 1315423911::bigint) from unnest(tokens) token), lane, sequence, row_no, valid_from,
              known_from, deleted, entity || '~' || c, entity_since, home || '~' || c, settled
            from own_record, (values (%d)) copy(c)""";
    private static final String FACTS = """
            insert into pool.fact (resource, key, fields, lookups, deleted, lane, sequence, row_no, op, source_time, known_time,
              valid_from)
            select resource, c || '~' || key, fields, array(select l || '~' || c from unnest(lookups) l), deleted, lane,
              sequence, row_no, op, source_time, known_time, valid_from
            from own_fact, (values (%d)) copy(c)""";

    /** The server is told of a large load: fewer checkpoints, none of its own cleaning; taken back behind it. */
    private static final Map<String, String> FOR_THE_LOAD = Map.of(
            "max_wal_size", "'4GB'", "checkpoint_timeout", "'1h'", "full_page_writes", "off", "autovacuum", "off");

    /** What stands in the registry afterwards. */
    record Size(long persons, long records, long facts, double mebibytes) {}

    /** Waits until resolve has taken the city's own records, then lays them down again until there are persons enough. */
    Size fill() throws Exception {
        try (Connection connection = city.platformDatabase().connect("citybrain");
                Statement sql = connection.createStatement()) {
            long own = awaitResolved(sql);
            int copies = (int) Math.max(0, (persons - own + own - 1) / own);
            for (Map.Entry<String, String> setting : FOR_THE_LOAD.entrySet()) {
                sql.execute("alter system set " + setting.getKey() + " = " + setting.getValue());
            }
            sql.execute("select pg_reload_conf()");
            sql.execute("create unlogged table own_record as select * from registry.record"
                    + " where kind = 'person' and not deleted order by resource, key");
            sql.execute(
                    "create unlogged table own_fact as select * from pool.fact where not deleted order by resource, key");
            List<String> indexes = dropIndexes(sql);
            layDown(copies, own);
            buildIndexes(sql, indexes);
            for (String setting : FOR_THE_LOAD.keySet()) {
                sql.execute("alter system reset " + setting);
            }
            sql.execute("select pg_reload_conf()");
            // resolve would learn again from what it takes for a registry grown a hundredfold overnight
            sql.execute("update registry.learning set records = (select count(*) from registry.record"
                    + " where kind = 'person' and not deleted) where kind = 'person'");
            sql.execute("drop table own_record, own_fact");
            sql.execute("vacuum (analyze) registry.record");
            sql.execute("vacuum (analyze) pool.fact");
            sql.execute("checkpoint");
            return size(sql);
        }
    }

    /** What an earlier run laid down. */
    Size standing() throws SQLException {
        try (Connection connection = city.platformDatabase().connect("citybrain");
                Statement sql = connection.createStatement()) {
            return size(sql);
        }
    }

    /** Copy by copy, each writer taking the next one. */
    private void layDown(int copies, long own) throws Exception {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Void>> work = Collections.nCopies(WRITERS, () -> {
                write(next, copies, own);
                return null;
            });
            for (Future<Void> written : writers.invokeAll(work)) {
                written.get();
            }
        }
    }

    private void write(AtomicInteger next, int copies, long own) throws SQLException {
        try (Connection connection = city.platformDatabase().connect("citybrain");
                Statement sql = connection.createStatement()) {
            sql.execute("set synchronous_commit = off");
            for (int copy = next.incrementAndGet(); copy <= copies; copy = next.incrementAndGet()) {
                sql.execute(RECORDS.formatted(copy));
                sql.execute(FACTS.formatted(copy));
                city.terminal().begins("写入人口库 · filling the registry: " + own * (copy + 1L) + " / " + persons);
            }
        }
    }

    private void buildIndexes(Statement sql, List<String> indexes) throws SQLException {
        sql.execute("set maintenance_work_mem = '1GB'");
        for (String index : indexes) {
            city.terminal().begins("重建索引 · " + index.substring(0, index.indexOf(" ON ")));
            sql.execute(index);
        }
    }

    /** Ids of persons, drawn at random from the whole registry with a fixed seed. */
    List<String> draw(int wanted, long seed) throws SQLException {
        Random random = new Random(seed);
        List<String> drawn = new ArrayList<>();
        try (Connection connection = city.platformDatabase().connect("citybrain");
                Statement sql = connection.createStatement();
                var one = connection.prepareStatement(
                        "select entity from registry.record where id >= ? and kind = 'person'"
                                + " and not deleted order by id limit 1")) {
            long last = number(sql, "select max(id) from registry.record");
            while (drawn.size() < wanted) {
                one.setLong(1, 1 + random.nextLong(last));
                try (ResultSet row = one.executeQuery()) {
                    if (row.next()) {
                        drawn.add(row.getString(1));
                    }
                }
            }
        }
        return drawn;
    }

    private long awaitResolved(Statement sql) throws SQLException {
        long began = System.nanoTime();
        long quietSince = began;
        long last = -1;
        while (System.nanoTime() - began < LIMIT.toNanos()) {
            long now = number(sql, "select count(*) from registry.record where settled")
                    + number(sql, "select count(*) from pool.fact");
            if (now != last) {
                last = now;
                quietSince = System.nanoTime();
                city.terminal().begins("装载并归集样例城市 · the sample city's records are taken and resolved: " + now);
            } else if (now > 0 && System.nanoTime() - quietSince > QUIET.toNanos()) {
                return number(
                        sql,
                        "select count(distinct entity) from registry.record where kind = 'person' and not deleted");
            }
            Pause.of(Duration.ofSeconds(1));
        }
        throw new DoorFailure("the registry did not come to rest within " + LIMIT.toMinutes() + " minutes");
    }

    /**
     * Indexes are built anew behind the load, which is many times faster; what was dropped is returned as it was defined. The
     * one that resolve asks by all the time stays: it holds nothing of what is laid down.
     */
    private static List<String> dropIndexes(Statement sql) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("""
                select schemaname || '.' || indexname, indexdef from pg_indexes
                where (schemaname, tablename) in (('registry', 'record'), ('pool', 'fact'))
                  and indexname not in (select conname from pg_constraint) and indexname <> 'record_unsettled'""")) {
            while (rows.next()) {
                names.add(rows.getString(1));
                definitions.add(rows.getString(2));
            }
        }
        for (String name : names) {
            sql.execute("drop index " + name);
        }
        return definitions;
    }

    private static Size size(Statement sql) throws SQLException {
        return new Size(
                number(sql, "select count(distinct entity) from registry.record where kind = 'person' and not deleted"),
                number(sql, "select count(*) from registry.record where kind = 'person' and not deleted"),
                number(sql, "select count(*) from pool.fact where not deleted"),
                number(sql, "select pg_total_relation_size('registry.record') + pg_total_relation_size('pool.fact')")
                        / 1048576.0);
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
