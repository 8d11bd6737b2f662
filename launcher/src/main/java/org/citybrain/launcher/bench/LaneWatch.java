package org.citybrain.launcher.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.supervise.Pause;

/** How far intake's ledger has taken a resource's lane 0. */
record LaneWatch(City city, String resource) {

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration PROGRESS = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofMinutes(20);

    record Lane(long sequence, long rows, long bad) {}

    /** Waits until the lane has so many rows; fails when it has more, or does not get there. */
    Lane await(long rows) throws SQLException {
        long began = System.nanoTime();
        long told = began;
        try (Connection connection = city.platformDatabase().connect("citybrain")) {
            while (true) {
                Lane lane = look(connection);
                if (lane.rows() == rows) {
                    return lane;
                }
                long now = System.nanoTime();
                if (lane.rows() > rows || now - began > LIMIT.toNanos()) {
                    throw new DoorFailure("the lane of " + resource + " has " + lane.rows() + " rows, not " + rows);
                }
                if (now - told > PROGRESS.toNanos()) {
                    told = now;
                    city.terminal()
                            .begins("已接收 · taken in: " + lane.rows() + " / " + rows + " · "
                                    + Terminal.seconds(Duration.ofNanos(now - began)));
                }
                Pause.of(BETWEEN);
            }
        }
    }

    /** How far a load of so many rows is, from 0 to 1; asks at most every 100 ms. */
    DoubleSupplier progress(int rows) {
        return new DoubleSupplier() {
            private long askedNanos;
            private double known;

            @Override
            public double getAsDouble() {
                if (System.nanoTime() - askedNanos > BETWEEN.toNanos()) {
                    try (Connection connection = city.platformDatabase().connect("citybrain")) {
                        known = Math.min(1, look(connection).rows() / (double) rows);
                    } catch (SQLException e) {
                        throw new DoorFailure("the platform's database does not answer: " + e.getMessage(), e);
                    }
                    askedNanos = System.nanoTime();
                }
                return known;
            }
        };
    }

    private Lane look(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select sequence, row_total, bad_total from exchange.lane where resource = ? and lane = 0")) {
            statement.setString(1, resource);
            try (ResultSet found = statement.executeQuery()) {
                return found.next()
                        ? new Lane(found.getLong(1), found.getLong(2), found.getLong(3))
                        : new Lane(0, 0, 0);
            }
        }
    }
}
