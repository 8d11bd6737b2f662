package org.citybrain.gateway.connect;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.config.ConfigException;

/** Says in plain words why a database cannot be reached, and soon. */
final class Reaching {
    private static final int PATIENCE_MILLIS = 4_000;

    private Reaching() {}

    /**
     * Knocks at the server before a driver tries, again and again, to come in.
     *
     * @throws ConfigException when nobody answers
     */
    static void require(SourceAddress address) {
        String place = address.host() + ":" + address.port();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), PATIENCE_MILLIS);
        } catch (UnknownHostException e) {
            throw new ConfigException("没有这台主机 " + address.host() + "，请核对地址 · There is no host " + address.host()
                    + ": check the address.");
        } catch (IOException e) {
            throw new ConfigException(place + " 没有数据库应答，请核对地址和端口，并确认数据库已启动、网络可达 · No database answers at " + place
                    + ": check address and port, and that it runs and can be reached.");
        }
    }

    /** What a driver's refusal means; the driver's own words last. */
    static ConfigException refused(SourceAddress address, SQLException error) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        String said =
                " (" + String.valueOf(error.getMessage()).lines().findFirst().orElse("") + ")";
        if (state.startsWith("28")) {
            return new ConfigException(
                    "用户名或口令不对：" + address + "，请核对 --user 和 --password-file · User or password is wrong for " + address
                            + ": check --user and --password-file." + said);
        }
        if (state.equals("3D000") || error.getErrorCode() == 1049) {
            return new ConfigException("服务器上没有数据库 " + address.database() + "，请核对地址末尾的库名 · The server has no database "
                    + address.database() + ": check the name at the address's end." + said);
        }
        return new ConfigException(
                "读不出 " + address + "，请按数据库的说法更正 · Cannot read " + address + ": mend what the database says." + said);
    }
}
