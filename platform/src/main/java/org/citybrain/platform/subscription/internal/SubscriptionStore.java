package org.citybrain.platform.subscription.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.platform.subscription.Subscription;
import org.citybrain.platform.subscription.Subscription.State;
import org.citybrain.platform.subscription.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of subscriptions. */
@Component
public class SubscriptionStore implements Subscriptions {

    private static final String ALL = "select * from subscription.subscription ";

    private final JdbcClient db;
    private final JsonMapper json;

    SubscriptionStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A new one as it is asked for. */
    record Draft(
            String id,
            String consumer,
            String resource,
            List<String> fields,
            String filter,
            String table,
            String purpose,
            String legalBasis,
            @Nullable String run) {}

    /** Adds one; false when it is there, or another receives into the same table. */
    boolean add(Draft draft, State state, String by) {
        return db.sql("""
                        insert into subscription.subscription (id, consumer, resource, fields, filter, table_name, purpose,
                            legal_basis, run, state, requested_by)
                        values (:id, :consumer, :resource, :fields, :filter, :table, :purpose, :basis, :run, :state, :by)
                        on conflict do nothing""")
                        .param("id", draft.id())
                        .param("consumer", draft.consumer())
                        .param("resource", draft.resource())
                        .param("fields", draft.fields().toArray(String[]::new))
                        .param("filter", draft.filter())
                        .param("table", draft.table())
                        .param("purpose", draft.purpose())
                        .param("basis", draft.legalBasis())
                        .param("run", draft.run())
                        .param("state", state.name())
                        .param("by", by)
                        .update()
                > 0;
    }

    @Override
    public Optional<Subscription> find(String id) {
        return db.sql(ALL + "where id = ?").param(id).query(this::row).optional();
    }

    /** One, locked until the transaction ends. */
    Optional<Subscription> lock(String id) {
        return db.sql(ALL + "where id = ? for update")
                .param(id)
                .query(this::row)
                .optional();
    }

    @Override
    public List<Subscription> grantedFor(String resource) {
        return db.sql(
                        ALL
                                + "where resource = ? and decided_at is not null and state <> 'REFUSED' order by decided_at, id")
                .param(resource)
                .query(this::row)
                .list();
    }

    /** All, newest first; of one run, consumer or resource where those are not blank. */
    public List<Subscription> list(String run, String consumer, String resource) {
        return db.sql(ALL + """
                        where (:run = '' or run = :run) and (:consumer = '' or consumer = :consumer)
                          and (:resource = '' or resource = :resource)
                        order by requested_at desc, id""")
                .param("run", run)
                .param("consumer", consumer)
                .param("resource", resource)
                .query(this::row)
                .list();
    }

    /** Those of a resource that the worker looks after. */
    List<Subscription> atWork(String resource) {
        return db.sql(ALL + "where resource = ? and state in ('LAYING', 'FLOWING') order by id")
                .param(resource)
                .query(this::row)
                .list();
    }

    /** Resources with anything to lay, to follow or to compare. */
    List<String> resourcesAtWork() {
        return db.sql("""
                        select distinct resource from subscription.subscription
                        where state in ('LAYING', 'FLOWING') order by resource""").query((row, index) -> row.getString(1)).list();
    }

    /** Resources of which a table waits to be laid down or compared. */
    Set<String> urgent() {
        return Set.copyOf(db.sql("""
                        select distinct resource from subscription.subscription
                        where state = 'LAYING' or (state = 'FLOWING' and compare_wanted)""").query((row, index) -> row.getString(1)).list());
    }

    /** A person's or a finding's word on where it stands. */
    void put(String id, State state, String holdCode, String holdReason) {
        db.sql("update subscription.subscription set state = ?, hold_code = ?, hold_reason = ? where id = ?")
                .params(state.name(), holdCode, holdReason, id)
                .update();
    }

    void decide(String id, State state, String by, String basis) {
        db.sql("""
                        update subscription.subscription set state = ?, decided_by = ?, decided_at = clock_timestamp(),
                            decision_basis = ? where id = ?""").params(state.name(), by, basis, id).update();
    }

    /** A new laying begins: counts of both sides begin anew. */
    void beginLaying(String id, int lane, List<FieldSpec> fields) {
        db.sql("""
                        update subscription.subscription set lane = ?, sequence = 0, positions = '{}', sent_upserts = 0,
                            sent_deletes = 0, applied_sequence = 0, applied_upserts = 0, applied_deletes = 0, table_rows = 0,
                            our_rows = null, our_checksum = null, their_rows = null, their_checksum = null,
                            compared_at = null, compare_wanted = false, laid_fields = ?::jsonb where id = ?""").params(lane, json.writeValueAsString(fields), id).update();
    }

    /** The fields as they were when the table was laid down. */
    List<FieldSpec> laidFields(String id) {
        String fields = db.sql("select laid_fields from subscription.subscription where id = ?")
                .param(id)
                .query(String.class)
                .single();
        return json.readValue(fields, new TypeReference<List<FieldSpec>>() {});
    }

    /** What was planned; positions are those of the source. */
    void advance(String id, long sequence, Map<Integer, Long> positions, long upserts, long deletes) {
        db.sql("""
                        update subscription.subscription set sequence = ?, positions = ?::jsonb,
                            sent_upserts = sent_upserts + ?, sent_deletes = sent_deletes + ? where id = ?""")
                .params(sequence, json.writeValueAsString(positions), upserts, deletes, id)
                .update();
    }

    void wantComparison(String id, boolean wanted) {
        db.sql("update subscription.subscription set compare_wanted = ? where id = ?")
                .params(wanted, id)
                .update();
    }

    /** Wants a comparison of everything that flows and was not compared for so many minutes. */
    int wantComparisons(int minutes) {
        return db.sql("""
                        update subscription.subscription set compare_wanted = true
                        where state = 'FLOWING' and not compare_wanted
                          and compared_at < clock_timestamp() - ? * interval '1 minute'""").param(minutes).update();
    }

    private Subscription row(ResultSet row, int index) throws SQLException {
        Map<Integer, Long> positions =
                json.readValue(row.getString("positions"), new TypeReference<TreeMap<Integer, Long>>() {});
        return new Subscription(
                row.getString("id"),
                row.getString("consumer"),
                row.getString("resource"),
                texts(row.getArray("fields")),
                row.getString("filter"),
                row.getString("table_name"),
                row.getString("purpose"),
                row.getString("legal_basis"),
                row.getString("run"),
                State.valueOf(row.getString("state")),
                new Subscription.Request(
                        row.getString("requested_by"),
                        row.getTimestamp("requested_at").toInstant()),
                new Subscription.Decision(
                        row.getString("decided_by"), instant(row, "decided_at"), row.getString("decision_basis")),
                new Subscription.Hold(row.getString("hold_code"), row.getString("hold_reason")),
                row.getInt("lane"),
                row.getLong("sequence"),
                positions,
                row.getBoolean("compare_wanted"),
                new Subscription.Sent(row.getLong("sent_upserts"), row.getLong("sent_deletes")),
                new Subscription.Applied(
                        row.getLong("applied_sequence"),
                        row.getLong("applied_upserts"),
                        row.getLong("applied_deletes"),
                        row.getLong("table_rows"),
                        instant(row, "applied_at"),
                        instant(row, "source_time")),
                comparison(row));
    }

    private static Subscription.@Nullable Comparison comparison(ResultSet row) throws SQLException {
        @Nullable Instant at = instant(row, "compared_at");
        return at == null
                ? null
                : new Subscription.Comparison(
                        row.getLong("our_rows"),
                        row.getString("our_checksum"),
                        row.getLong("their_rows"),
                        row.getString("their_checksum"),
                        at);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
