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

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
