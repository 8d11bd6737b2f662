package org.citybrain.samplecity.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.citybrain.samplecity.city.Dice;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes a unit's records. Table and rows appear in one transaction: the gateway finds the table when it is whole. */
final class ServiceRecords {
    private static final int ROWS_A_CHUNK = 20_000;
    private static final int DAYS = 1_400;

    private final RunPlan plan;
    private final long seed;
    private final LocalDate day;
    private final List<String> villages;

    ServiceRecords(RunPlan plan, long seed, LocalDate day, List<String> villages) {
        this.plan = plan;
        this.seed = seed;
        this.day = day;
        this.villages = List.copyOf(villages);
    }

    /** Writes the unit's records where they are missing; how many there are then. */
    long write(int index, Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        if (!exists(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE public.service_record (" + String.join(", ", plan.columns()) + ")");
                statement.execute("ALTER TABLE public.service_record REPLICA IDENTITY FULL");
                statement.execute("COMMENT ON TABLE public.service_record IS '办件记录'");
            }
            copy(index, connection);
        }
        connection.commit();
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM public.service_record")) {
            count.next();
            long rows = count.getLong(1);
            connection.commit();
            return rows;
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT to_regclass('public.service_record') IS NOT NULL");
                ResultSet found = select.executeQuery()) {
            return found.next() && found.getBoolean(1);
        }
    }

    private void copy(int index, Connection connection) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        RunUnit unit = plan.units().get(index);
        List<String> local =
                villages.stream().filter(code -> code.startsWith(unit.region())).toList();
        StringBuilder chunk = new StringBuilder();
        long number = 0;
        int inChunk = 0;
        for (int to = 0; to < plan.units().size(); to++) {
            for (long i = 0; i < plan.rows(index, to); i++) {
                number++;
                row(chunk, index, to, number, local);
                if (++inChunk == ROWS_A_CHUNK) {
                    flush(copy, chunk);
                    inChunk = 0;
                }
            }
        }
        flush(copy, chunk);
    }

    private void row(StringBuilder out, int from, int to, long number, List<String> local) {
        RunUnit unit = plan.units().get(from);
        Dice dice = Dice.of(seed, 32, from, number);
        LocalDate accepted = day.minusDays(1L + dice.below(DAYS));
        LocalDate finished = accepted.plusDays(dice.below(15));
        out.append(number)
                .append('\t')
                .append(dice.pick(unit.matters()))
                .append("\ta")
                .append(Long.toHexString(dice.bits()))
                .append('\t')
                .append(plan.units().get(to).code())
                .append('\t')
                .append(accepted)
                .append('\t')
                .append(finished.isBefore(day) ? finished.toString() : "\\N")
                .append('\t')
                .append(dice.pick(plan.results()))
                .append('\t')
                .append(dice.pick(local))
                .append('\n');
    }

    private static void flush(CopyManager copy, StringBuilder chunk) throws SQLException, IOException {
        if (!chunk.isEmpty()) {
            byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
            copy.copyIn("COPY public.service_record FROM STDIN", new ByteArrayInputStream(bytes));
            chunk.setLength(0);
        }
    }
}
