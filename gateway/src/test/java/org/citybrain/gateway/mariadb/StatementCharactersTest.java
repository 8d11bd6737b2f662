package org.citybrain.gateway.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.TimeZone;
import org.citybrain.gateway.Eventually;
import org.citybrain.gateway.binlog.CharacterSets;
import org.citybrain.gateway.binlog.LoggedStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements of clients that speak another character set than UTF-8. */
class StatementCharactersTest {
    private static final int GBK = 28;
    private static final int LATIN1 = 8;

    @TempDir
    private Path folder;

    private MariaDbTestServer server;
    private CapturedFund fund;

    @BeforeEach
    void startServer() throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        server = new MariaDbTestServer(folder.resolve("data"));
        fund = new CapturedFund(server, folder.resolve("gateway"));
    }

    @AfterEach
    void stopServer() throws Exception {
        fund.stop();
        server.close();
    }

    @Test
    void readsAStatementInItsClientsCharacters() throws Exception {
        server.execute(
                "fund",
                "CREATE TABLE 账户(id int PRIMARY KEY, amount decimal(12,2))",
                "CREATE TABLE café(id int PRIMARY KEY, amount decimal(12,2))",
                "INSERT INTO 账户 SELECT seq, seq * 1.25 FROM seq_1_to_50",
                "INSERT INTO café SELECT seq, seq * 1.25 FROM seq_1_to_50");
        fund.start();
        fund.awaitEqual("账户");
        alter("gbk", "账户");
        fund.awaitFinding("test.账户 GW-110");
        fund.awaitEqual("账户");
        alter("latin1", "café");
        fund.awaitFinding("test.caf_ GW-110");
        assertThat(fund.findings).noneMatch(finding -> finding.endsWith("GW-113"));
    }

    // the statement is read as UTF-8 and run by a session whose client speaks another set
    private void alter(String characters, String table) {
        server.execute(
                "fund",
                "SET @change = 'ALTER TABLE `" + table + "` MODIFY amount decimal(14,4)'",
                "SET character_set_client = " + characters,
                "EXECUTE IMMEDIATE @change");
    }

    @Test
    void takesWhatReadsInTwoWaysInBoth() throws Exception {
        try (Connection connection = server.address("fund").openMariaDb()) {
            CharacterSets sets = new CharacterSets(server.address("fund"), connection);
            assertThat(texts(GBK, "ALTER TABLE 账户 FORCE", Charset.forName("GBK"), sets))
                    .containsExactly("ALTER TABLE 账户 FORCE");
            assertThat(texts(LATIN1, "ALTER TABLE café FORCE", Charset.forName("windows-1252"), sets))
                    .containsExactly("ALTER TABLE café FORCE");
            assertThat(texts(GBK, "DROP TABLE 账户本", StandardCharsets.UTF_8, sets))
                    .as("as the server writes it anew")
                    .hasSize(2)
                    .contains("DROP TABLE 账户本");
            assertThat(texts(LATIN1, "ALTER TABLE plain FORCE", StandardCharsets.UTF_8, sets))
                    .containsExactly("ALTER TABLE plain FORCE");
            assertThat(texts(-1, "ALTER TABLE 账户 FORCE", Charset.forName("GBK"), sets))
                    .isEmpty();
            assertThat(texts(40_000, "ALTER TABLE 账户 FORCE", Charset.forName("GBK"), sets))
                    .isEmpty();
        }
    }

    @Test
    void loadsEveryTableAgainAfterAnAlterationThatCannotBeRead() throws Exception {
        server.execute(
                "fund",
                "CREATE TABLE one(id int PRIMARY KEY)",
                "CREATE TABLE two(id int PRIMARY KEY)",
                "INSERT INTO one VALUES (1)",
                "INSERT INTO two VALUES (2)");
        fund.start();
        Eventually.eventually(
                CapturedFund.LIMIT,
                "both tables flow",
                () -> fund.state().all().stream()
                                .filter(table -> table.phase() == MariaDbTableState.Phase.FLOWING)
                                .count()
                        == 2);
        fund.stop();
        MariaDbState state = fund.state();
        LogMark mark = state.mark();
        try (Connection connection = server.address("fund").openMariaDb()) {
            CharacterSets sets = new CharacterSets(server.address("fund"), connection);
            LogHandler handler = new LogHandler(mark, state, fund.outbox(), (resource, table) -> {}, fund.told(), sets);
            handler.take(query(-1, "INSERT INTO 账户 VALUES (1)", mark));
            assertThat(fund.findings).isEmpty();
            handler.take(query(-1, "ALTER TABLE 账户 FORCE", mark));
        }
        assertThat(state.all()).extracting(MariaDbTableState::phase).containsOnly(MariaDbTableState.Phase.PENDING);
        assertThat(fund.findings).containsExactlyInAnyOrder("test.one GW-113", "test.two GW-113");
    }

    private static Event query(int client, String sql, LogMark mark) {
        EventHeaderV4 header = new EventHeaderV4();
        header.setEventType(EventType.QUERY);
        header.setNextPosition(mark.place().offset() + 100);
        return new Event(header, new LogBody(body(client, sql, Charset.forName("GBK"))));
    }

    private static List<String> texts(int client, String sql, Charset charset, CharacterSets sets) {
        return LoggedStatement.readings(body(client, sql, charset), sets).stream()
                .map(LoggedStatement::sql)
                .toList();
    }

    /** A query event's body as the server writes it. */
    private static byte[] body(int client, String sql, Charset charset) {
        byte[] text = sql.getBytes(charset);
        ByteBuffer status = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        status.put((byte) 0).putInt(0).put((byte) 1).putLong(1 << 22);
        status.put((byte) 6).put((byte) 3).put("std".getBytes(StandardCharsets.US_ASCII));
        if (client >= 0) {
            status.put((byte) 4).putShort((short) client).putShort((short) 45).putShort((short) 45);
        }
        status.flip();
        ByteBuffer body =
                ByteBuffer.allocate(32 + status.remaining() + text.length).order(ByteOrder.LITTLE_ENDIAN);
        body.putInt(7).putInt(0).put((byte) 4).putShort((short) 0).putShort((short) status.remaining());
        body.put(status)
                .put("fund".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0)
                .put(text);
        byte[] bytes = new byte[body.position()];
        body.flip().get(bytes);
        return bytes;
    }
}
