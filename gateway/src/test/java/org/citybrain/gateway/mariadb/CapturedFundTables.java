package org.citybrain.gateway.mariadb;

import java.nio.file.Path;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A MariaDB server of its own for each test, with tables that are captured, and received before the test begins. */
abstract class CapturedFundTables {
    static final String TABLE = "test.subsidy";

    @TempDir
    private Path folder;

    MariaDbTestServer server;
    CapturedFund fund;

    private final String[] tables;

    /** A fund with these tables, as statements that make and fill them. */
    CapturedFundTables(String... tables) {
        this.tables = tables;
    }

    @BeforeEach
    void startFund() throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        server = new MariaDbTestServer(folder.resolve("data"));
        fund = new CapturedFund(server, folder.resolve("gateway"));
        server.execute("fund", tables);
        fund.start();
        awaitReceived();
    }

    @AfterEach
    void stopFund() throws Exception {
        fund.stop();
        server.close();
    }

    /** Waits until the receiver has what the source has. */
    abstract void awaitReceived();
}
