package org.citybrain.launcher.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.shell.Terminal;

/**
 * The made-up table of the bulk measurement: 12 columns of eight types, 150 to 200 bytes a row as text, Chinese among them.
 * One table to a database; the database is named like its department.
 */
record BulkTable(City city, String database, int rows) {

    static final String NAME = "person";

    private static final int CHUNK = 500_000;
    private static final String CREATE = """
            create table person (
              id bigint primary key,
              name varchar(60) not null,
              id_number varchar(18) not null,
              gender smallint,
              birth date,
              phone varchar(11),
              address varchar(120),
              org_code varchar(18),
              income numeric(14,2),
              score double precision,
              updated_at timestamp,
              region integer)""";
    private static final String FILL = """
            insert into person
            select g,
              (array['王','李','张','刘','陈','杨','赵','黄','周','吴'])[1 + g %% 10]
                || (array['伟','芳','秀英','敏','静','丽','强','磊','军','洋','勇'])[1 + g %% 11],
              '3609' || lpad((g %% 100)::text, 2, '0') || '19' || lpad((g %% 100)::text, 2, '0') || '0' || (1 + g %% 9)
                || lpad((10 + g %% 18)::text, 2, '0') || lpad((g %% 10000)::text, 4, '0'),
              (g %% 2 + 1)::smallint,
              date '1940-01-01' + (g * 7919 %% 30000)::int,
              '13' || lpad((g * 31 %% 1000000000)::text, 9, '0'),
              '江西省宜春市袁州区' || (array['秀江','灵泉','化成','珠泉','湛郎','凤凰'])[1 + g %% 6] || '街道'
                || (1 + g %% 997) || '号' || (1 + g %% 31) || '单元' || (1 + g * 13 %% 2500) || '室',
              case when g %% 17 = 0 then null else '91360900MA' || upper(substr(md5(g::text), 1, 8)) end,
              (g * 7907 %% 20000000)::numeric / 100,
              (g * 31337 %% 1000000)::double precision / 1024 + 0.5,
              timestamp '2026-01-01' + (g * 104729 %% 25000000) * interval '1 second' + (g %% 1000) * interval '1 ms',
              (360900 + g %% 11)::int
            from generate_series(%d::bigint, %d::bigint) g""";

    /** Makes the database and fills the table; what the disk has to do for it is done when this returns. */
    void make(Terminal terminal) throws SQLException {
        city.departments().execute("postgres", List.of("create database \"" + database + "\""));
        try (Connection connection = city.departments().connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
            for (int from = 1; from <= rows; from += CHUNK) {
                int to = Math.min(rows, from + CHUNK - 1);
                statement.execute(FILL.formatted(from, to));
                terminal.begins("写入源表 · filling the source table " + database + ": " + to + " / " + rows);
            }
            statement.execute("vacuum (freeze, analyze) person");
            statement.execute("checkpoint");
        }
    }

    /** PostgreSQL's own way out: COPY of the table to a file beside its data; the file is removed. */
    double copySeconds(java.nio.file.Path file) throws SQLException, java.io.IOException {
        try (Connection connection = city.departments().connect(database);
                Statement statement = connection.createStatement()) {
            long began = System.nanoTime();
            statement.execute("copy person to '" + file + "'");
            return (System.nanoTime() - began) / 1e9;
        } finally {
            java.nio.file.Files.deleteIfExists(file);
        }
    }
}
