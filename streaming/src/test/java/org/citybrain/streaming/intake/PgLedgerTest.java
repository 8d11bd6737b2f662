package org.citybrain.streaming.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import org.citybrain.streaming.Database;
import org.citybrain.streaming.rows.Parcel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one transaction of the ledger leaves behind when many words about one lane fall into it. */
class PgLedgerTest {
    private static Database database;

    @BeforeAll
    static void start() throws Exception {
        database = new Database();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    private static Posting word(Parcel.Kind kind, String resource, long sequence, String reason) {
        Parcel parcel = new Parcel(
                kind,
                resource,
                0,
                sequence,
                Parcel.NOTHING,
                new Parcel.Arrival("cb.batches.x", 0, 9, 1),
                reason,
                Parcel.NOTHING,
                Parcel.NO_OCCURRENCES);
        return new Posting(parcel, null, Parcel.NOTHING, 0, 0, List.of(), List.of());
    }

    /** As the job connects: several rows of a batch become one statement. */
    private static void write(List<Posting> postings) throws Exception {
        String url = database.url + (database.url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
        try (Connection connection = java.sql.DriverManager.getConnection(url, "postgres", "postgres")) {
            connection.setAutoCommit(false);
            new PgLedger(connection).write(postings);
            connection.commit();
        }
    }

    @Test
    void keepsTheLastStandingOfALaneThatParkedAndFlowedInOneTransaction() throws Exception {
        write(List.of(
                word(Parcel.Kind.PARKED, "a.parked", 0, "not accepted yet"),
                word(Parcel.Kind.PARKED, "a.other", 0, "not accepted yet"),
                word(Parcel.Kind.FLOWING, "a.parked", 0, "")));

        assertThat(database.rows("select resource, state, reason from exchange.lane order by 1"))
                .contains("a.other|PARKED|not accepted yet", "a.parked|FLOWING|");
    }

    @Test
    void keepsOneReceiptOfABatchRefusedTwiceInOneTransaction() throws Exception {
        write(List.of(
                word(Parcel.Kind.REFUSED, "a.refused", 4, "first"),
                word(Parcel.Kind.REFUSED, "a.refused", 4, "second")));

        assertThat(database.rows("select sequence, verdict, reason from exchange.batch where resource = 'a.refused'"))
                .containsExactly("4|REFUSED|second");
    }
}
