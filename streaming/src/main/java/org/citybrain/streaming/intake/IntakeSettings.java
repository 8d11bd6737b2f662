package org.citybrain.streaming.intake;

import java.io.Serializable;
import org.citybrain.kernel.config.HomeConfig;

/**
 * What the intake job must know; travels with the job to the cluster, whose REST interface is therefore closed to
 * others.
 *
 * @param bootstrap Kafka
 * @param pgUrl JDBC address of the platform's PostgreSQL
 * @param opaqueKey secret of the opaque ids, hexadecimal
 * @param node the city's node, e.g. 3609
 * @param signingKey the platform's private SM2 key, with which receipts are signed
 * @param poolDir the Paimon warehouse
 */
public record IntakeSettings(
        String bootstrap,
        String pgUrl,
        String pgUser,
        String pgPassword,
        String opaqueKey,
        String node,
        String signingKey,
        String poolDir)
        implements Serializable {

    /** Settings of a home. */
    public static IntakeSettings of(HomeConfig config, String signingKey) {
        return new IntakeSettings(
                config.get("kafka.bootstrap"),
                config.get("pg.url"),
                config.get("pg.user"),
                config.get("pg.password", ""),
                config.get("opaque.key"),
                config.get("city.node"),
                signingKey,
                config.get("pool.dir"));
    }

    /** The node that signs receipts, e.g. {@code platform@3609}. */
    public String platformNode() {
        return "platform@" + node;
    }

    @Override
    public String toString() {
        return "IntakeSettings[" + bootstrap + ", " + pgUrl + "]";
    }
}
