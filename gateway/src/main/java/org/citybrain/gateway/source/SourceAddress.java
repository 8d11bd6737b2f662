package org.citybrain.gateway.source;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where a department's database is and as whom the gateway comes. The user owns the tables and may replicate.
 *
 * @param password never printed
 */
public record SourceAddress(String host, int port, String database, String user, String password) {
    /**
     * Opens a connection.
     *
     * @throws SQLException when the database does not answer or refuses
     */
    public Connection open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("ApplicationName", "citybrain-gateway");
        settings.setProperty("connectTimeout", "10");
        settings.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/" + database, settings);
    }

    /**
     * Opens a connection to a MariaDB server, at UTC and with the server's own ways of showing values.
     *
     * @throws SQLException when the database does not answer or refuses
     */
    public Connection openMariaDb() throws SQLException {
        return openMariaDb("", "false");
    }

    private Connection openMariaDb(String mode, String affectedRows) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("connectTimeout", "10000");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("tinyInt1isBit", "false");
        settings.setProperty("sslMode", isLocal() ? "disable" : "trust");
        settings.setProperty("useAffectedRows", affectedRows);
        settings.setProperty(
                "sessionVariables",
                "time_zone='+00:00',sql_mode='" + mode + "',net_write_timeout=600,max_statement_time=0");
        return DriverManager.getConnection("jdbc:mariadb://" + host + ":" + port + "/" + database, settings);
    }

    /**
     * Opens a connection to a MariaDB server for writing: a value that does not fit is refused, and an update that changes
     * nothing counts no row.
     *
     * @throws SQLException when the database does not answer or refuses
     */
    public Connection openMariaDbToReceive() throws SQLException {
        return openMariaDb("STRICT_ALL_TABLES", "true");
    }

    /** Whether the way to it leaves this machine. */
    public boolean isLocal() {
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
