package org.citybrain.samplecity.outlet;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.samplecity.clock.CityClock;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Column;
import org.jspecify.annotations.Nullable;

/**
 * A bureau's export job: everything once, then at each full hour of city time what changed. A file is written in the same
 * transaction that crosses its changes off the list: after a break it is written again under the same number.
 */
final class FolderExport implements AutoCloseable {
    static final String OPERATION = "操作";
    private static final long LOOK_MILLIS = 500;
    private static final long AFTER_FAILURE_MILLIS = 3_000;
    private static final int FILES_KEPT = 50;

    private final CityConfig.Access database;
    private final String department;
    private final Path outbox;
    private final CityClock clock;
    private final PrintStream out;
    private final Thread thread;

    FolderExport(CityConfig.Access database, String department, Path outbox, CityClock clock, PrintStream out) {
        this.database = database;
        this.department = department;
        this.outbox = outbox;
        this.clock = clock;
        this.out = out;
        this.thread = Thread.ofPlatform().name("export-" + department).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        LocalDateTime done = LocalDateTime.MIN;
        try {
            while (true) {
                LocalDateTime hour = clock.now().truncatedTo(ChronoUnit.HOURS);
                long wait = LOOK_MILLIS;
                if (hour.isAfter(done)) {
                    try {
                        export();
                        done = hour;
                    } catch (SQLException | IOException e) {
                        out.println("export of " + department + " failed and is tried again: " + e.getMessage());
                        wait = AFTER_FAILURE_MILLIS;
                    }
                }
                Thread.sleep(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void export() throws SQLException, IOException {
        try (Connection connection = database.open()) {
            connection.setAutoCommit(false);
            List<CityTable> tables = CityTables.of(department);
            ChangeLog log = new ChangeLog(connection);
            if (!Files.exists(outbox.resolve("citybrain.yaml"))) {
                log.install(tables);
                // before the first file, so that nobody takes one for a table of its own
                Descriptions.ofFolder(department, outbox);
            }
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (CityTable table : tables) {
                export(connection, log, table);
                connection.commit();
            }
        }
    }

    private void export(Connection connection, ChangeLog log, CityTable table) throws SQLException, IOException {
        long number = log.fileNumber(table);
        List<ChangeLog.Noted> noted = log.take(table);
        if (number > 0 && noted.isEmpty()) {
            return;
        }
        ExportKind kind = ExportKind.of(table);
        if (kind != ExportKind.CHANGES) {
            full(connection, table, kind, outbox.resolve(kind.fullName(table)));
        } else if (number % FILES_KEPT == 0) {
            full(connection, table, kind, outbox.resolve(ExportKind.fullName(table, number + 1)));
            sweep(table, number + 1);
        } else {
            changes(connection, table, noted, outbox.resolve(ExportKind.changesName(table, number + 1)));
        }
        log.wrote(table, number + 1);
    }

    /** Takes a row. */
    private interface RowTaker {
        void take(List<@Nullable String> row) throws IOException;
    }

    private void full(Connection connection, CityTable table, ExportKind kind, Path file)
            throws SQLException, IOException {
        SQLException[] failure = new SQLException[1];
        AtomicOutput.write(file, bytes -> {
            try {
                if (kind == ExportKind.WORKBOOK) {
                    WorkbookOutput book = new WorkbookOutput(bytes, table, "宜春市教育局");
                    each(connection, table, "", "", book::row);
                    book.end();
                } else {
                    CsvOutput csv = new CsvOutput(bytes, kind.charset());
                    csv.row(table.columns().stream().map(Column::name).toList());
                    each(connection, table, "", "", csv::row);
                    csv.end();
                }
            } catch (SQLException e) {
                failure[0] = e;
                throw new IOException("cannot read " + table.resource(), e);
            }
        });
    }

    private void changes(Connection connection, CityTable table, List<ChangeLog.Noted> noted, Path file)
            throws IOException {
        AtomicOutput.write(file, bytes -> {
            try {
                CsvOutput csv = new CsvOutput(bytes, ExportKind.CHANGES.charset());
                List<String> heading = new ArrayList<>();
                heading.add(OPERATION);
                table.columns().forEach(column -> heading.add(column.name()));
                csv.row(heading);
                for (ChangeLog.Noted change : noted) {
                    change(connection, table, change, csv);
                }
                csv.end();
            } catch (SQLException e) {
                throw new IOException("cannot read " + table.resource() + ": " + e.getMessage(), e);
            }
        });
    }

    private static void change(Connection connection, CityTable table, ChangeLog.Noted change, CsvOutput csv)
            throws SQLException, IOException {
        boolean[] there = new boolean[1];
        each(connection, table, " WHERE " + table.key() + " = ?", change.key(), row -> {
            there[0] = true;
            List<@Nullable String> line = new ArrayList<>();
            line.add(change.kind().equals("INSERT") ? "新增" : "修改");
            line.addAll(row);
            csv.row(line);
        });
        if (!there[0]) {
            List<@Nullable String> line = new ArrayList<>();
            line.add("删除");
            table.columns().forEach(column -> line.add(column.key() ? change.key() : null));
            csv.row(line);
        }
    }

    private static void each(Connection connection, CityTable table, String where, String key, RowTaker taker)
            throws SQLException, IOException {
        String names =
                String.join(", ", table.columns().stream().map(Column::name).toList());
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + names + " FROM public." + table.name() + where + " ORDER BY " + table.key())) {
            statement.setFetchSize(1_000);
            if (!where.isEmpty()) {
                statement.setString(1, key);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<@Nullable String> row = new ArrayList<>(table.columns().size());
                    for (int i = 1; i <= table.columns().size(); i++) {
                        row.add(rows.getString(i));
                    }
                    taker.take(row);
                }
            }
        }
    }

    /** A new full file makes those before it superfluous. */
    private void sweep(CityTable table, long number) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(outbox, table.name() + ".*.csv")) {
            for (Path file : files) {
                String digits = file.getFileName().toString().replaceAll("^[^.]*\\.(\\d+)\\..*$", "$1");
                if (digits.matches("\\d+") && Long.parseLong(digits) < number) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join(5_000);
    }
}
