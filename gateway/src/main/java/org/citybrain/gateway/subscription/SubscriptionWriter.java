package org.citybrain.gateway.subscription;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citybrain.gateway.subscription.Receiving.Outcome;
import org.citybrain.gateway.subscription.Receiving.Standing;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.subscribe.ReceivingName;
import org.citybrain.kernel.subscribe.TableChecksum;
import org.citybrain.kernel.wire.SubscriptionOrder;
import org.jspecify.annotations.Nullable;

/**
 * Applies batches and orders, each in one transaction of the department's database together with the place reached: a
 * repeat is answered again and not done again, whatever is killed in between. What the database may not or cannot take
 * holds this one subscription until it is laid down anew; others go on.
 */
final class SubscriptionWriter implements AutoCloseable {
    private final ReceivingDatabase database;
    private @Nullable Connection open;

    SubscriptionWriter(ReceivingDatabase database) {
        this.database = database;
    }

    /** Work on a subscription whose turn it is. */
    private interface Work {
        /** Does it; the standing afterwards goes into {@link Done}. */
        Done run(Connection connection, Standing before) throws SQLException;
    }

    private record Done(Standing standing, Outcome outcome) {}

    /**
     * Applies a verified order; empty when it is of an earlier laying, or the subscription is held.
     *
     * @throws SQLException when the database does not answer: the same order can be applied again
     */
    Optional<Outcome> apply(SubscriptionOrder order) throws SQLException {
        boolean lays = order.kind().equals(SubscriptionOrder.LAY);
        Place place = new Place(order.subscription(), order.lane(), order.sequence(), order.kind(), lays);
        return turn(place, (connection, before) -> switch (order.kind()) {
            case SubscriptionOrder.LAY -> lay(connection, before, order);
            case SubscriptionOrder.RECONCILE -> reconcile(connection, before, order);
            default ->
                new Done(
                        with(before, order.sequence(), before.rows(), "ENDED"),
                        Outcome.applied(0, 0, before.rows(), ""));
        });
    }

    /** Applies a verified batch; empty as for an order. */
    Optional<Outcome> apply(SignedBatch batch) throws SQLException {
        String subscription = batch.header().resource();
        Place place =
                new Place(subscription, batch.header().lane(), batch.header().sequence(), "ROWS", false);
        return turn(place, (connection, before) -> merge(connection, before, batch));
    }

    /** Holds a subscription for something that is wrong with the message itself. */
    Outcome hold(String subscription, int lane, String code, String reason) throws SQLException {
        Connection connection = connection();
        Receiving receiving = Receiving.in(connection, database.sql());
        Standing before = receiving.find(subscription).orElse(new Standing(lane, 0, "", List.of(), 0, "HELD"));
        receiving.put(subscription, with(before, before.sequence(), before.rows(), "HELD"), reason);
        connection.commit();
        return Outcome.held(code, reason);
    }

    private record Place(String subscription, int lane, long sequence, String kind, boolean lays) {}

    private Optional<Outcome> turn(Place place, Work work) throws SQLException {
        Connection connection = connection();
        try {
            Receiving receiving = Receiving.in(connection, database.sql());
            Standing before = receiving.find(place.subscription()).orElse(null);
            if (before != null && isPast(place, before)) {
                boolean same = place.lane() == before.lane() && !before.isHeld();
                Optional<Outcome> known = same
                        ? receiving.findApplied(place.subscription(), place.lane(), place.sequence())
                        : Optional.empty();
                connection.rollback();
                return known;
            }
            @Nullable String missing = missing(place, before);
            if (missing != null) {
                connection.rollback();
                return Optional.of(hold(place.subscription(), place.lane(), "place-lost", missing));
            }
            Standing standing = before == null ? new Standing(place.lane(), 0, "", List.of(), 0, "FLOWING") : before;
            Done done = work.run(connection, standing);
            if (done.outcome().isHeld()) {
                connection.rollback();
                return Optional.of(hold(
                        place.subscription(),
                        place.lane(),
                        done.outcome().code(),
                        done.outcome().reason()));
            }
            receiving.put(place.subscription(), done.standing(), "");
            receiving.applied(place.subscription(), place.lane(), place.sequence(), place.kind(), done.outcome());
            connection.commit();
            return Optional.of(done.outcome());
        } catch (SQLException e) {
            return Optional.of(heldFor(place, e));
        }
    }

    private static boolean isPast(Place place, Standing before) {
        if (place.lane() != before.lane()) {
            return place.lane() < before.lane();
        }
        return before.isHeld() || place.sequence() <= before.sequence();
    }

    private static @Nullable String missing(Place place, @Nullable Standing before) {
        if (place.lays()) {
            return null;
        }
        if (before == null || place.lane() != before.lane()) {
            return "接收位置记录不在了 · the record of the place reached is gone (citybrain_received.subscription)";
        }
        return place.sequence() == before.sequence() + 1
                ? null
                : "缺第 " + (before.sequence() + 1) + " 批 · batch " + (before.sequence() + 1) + " is missing";
    }

    private Done lay(Connection connection, Standing before, SubscriptionOrder order) throws SQLException {
        if (ReceivingName.isReserved(order.table())) {
            return new Done(
                    before,
                    Outcome.held(
                            "reserved-table",
                            "接收表名 " + order.table() + " 由网关自用，请以另一表名重新申请 · the table name " + order.table()
                                    + " is kept for the gateway's own use: end this one and ask anew with another name"));
        }
        database.table(connection, order.table(), order.fields()).lay(order);
        return new Done(
                new Standing(order.lane(), order.sequence(), order.table(), order.fields(), 0, "FLOWING"),
                Outcome.applied(0, 0, 0, ""));
    }

    private Done merge(Connection connection, Standing before, SignedBatch batch) throws SQLException {
        if (SchemaVersion.fingerprintOf(before.fields()) != batch.header().schemaFingerprint()) {
            return new Done(
                    before, Outcome.held("shape", "批次字段与订阅不符 · the batch has other fields than the subscription"));
        }
        ReceivedTable table = database.table(connection, before.table(), before.fields());
        @Nullable String changed = table.changedShape();
        if (changed != null) {
            return new Done(before, Outcome.held("table-altered", changed));
        }
        List<ChangeRecord> changes = new ArrayList<>(batch.records().size());
        batch.records().forEach(record -> changes.add(ChangeRecord.decode(record)));
        ReceivedTable.Merged merged = table.merge(changes);
        long rows = before.rows() + merged.added() - merged.deleted();
        return new Done(
                with(before, batch.header().sequence(), rows, "FLOWING"),
                Outcome.applied(merged.written(), merged.deleted(), rows, ""));
    }

    private Done reconcile(Connection connection, Standing before, SubscriptionOrder order) throws SQLException {
        ReceivedTable table = database.table(connection, before.table(), before.fields());
        @Nullable String changed = table.changedShape();
        if (changed != null) {
            return new Done(before, Outcome.held("table-altered", changed));
        }
        TableChecksum sum = table.checksum();
        return new Done(
                with(before, order.sequence(), sum.rows(), "FLOWING"), Outcome.applied(0, 0, sum.rows(), sum.hex()));
    }

    private static Standing with(Standing standing, long sequence, long rows, String state) {
        return new Standing(standing.lane(), sequence, standing.table(), standing.fields(), rows, state);
    }

    private Outcome heldFor(Place place, SQLException error) throws SQLException {
        Connection connection = connection();
        if (!database.refused(error)) {
            close();
            throw error;
        }
        connection.rollback();
        return hold(place.subscription(), place.lane(), "table-altered", DatabaseRefusal.told(error));
    }

    private Connection connection() throws SQLException {
        Connection known = open;
        if (known == null || known.isClosed()) {
            known = database.open();
            open = known;
        }
        return known;
    }

    @Override
    public void close() {
        Connection known = open;
        open = null;
        if (known != null) {
            try {
                known.close();
            } catch (SQLException e) {
                // a broken connection is gone either way
                return;
            }
        }
    }
}
