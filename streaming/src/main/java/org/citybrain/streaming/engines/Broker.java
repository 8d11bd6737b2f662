package org.citybrain.streaming.engines;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka broker and controller in this process, on loopback, its log kept in a folder. */
public final class Broker implements AutoCloseable {
    // a fixed id: a home has one broker, and the folder must be found again after a restart
    private static final String CLUSTER_ID = "4L6g3nShT-eMCtK--X86sw";
    private static final List<String> SINGLE_COPY = List.of(
            "offsets.topic.replication.factor",
            "transaction.state.log.replication.factor",
            "transaction.state.log.min.isr",
            "share.coordinator.state.topic.replication.factor",
            "share.coordinator.state.topic.min.isr");

    private final KafkaRaftServer server;

    private Broker(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Starts the broker; returns when it takes requests.
     *
     * @param folder kept between starts
     * @param listener where clients come
     * @param controllerPort where the broker speaks with its own controller
     * @throws BadStartException when a port is in use or the folder cannot be written
     */
    public static Broker start(Path folder, Address listener, int controllerPort) {
        Ports.requireFree(listener.port(), "Kafka");
        Ports.requireFree(controllerPort, "the Kafka controller");
        try {
            Files.createDirectories(folder);
            format(folder);
            KafkaRaftServer server =
                    new KafkaRaftServer(new KafkaConfig(settings(folder, listener, controllerPort)), Time.SYSTEM);
            server.startup();
            return new Broker(server);
        } catch (Exception e) {
            throw new BadStartException(
                    "Kafka cannot start in " + folder + ": " + e.getMessage()
                            + ". Maybe the disk is full, or another engines process uses this home.",
                    e);
        }
    }

    private static void format(Path folder) throws Exception {
        Formatter formatter = new Formatter();
        formatter
                .setNodeId(1)
                .setClusterId(CLUSTER_ID)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .setIgnoreFormatted(true)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static Properties settings(Path folder, Address listener, int controllerPort) {
        String client = "PLAINTEXT://" + listener.host() + ":" + listener.port();
        String controller = listener.host() + ":" + controllerPort;
        Properties p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", "1");
        p.put("listeners", client + ",CONTROLLER://" + controller);
        p.put("advertised.listeners", client);
        p.put("controller.listener.names", "CONTROLLER");
        p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.put("controller.quorum.voters", "1@" + controller);
        p.put("log.dirs", folder.toString());
        SINGLE_COPY.forEach(key -> p.put(key, "1"));
        small(p);
        // quick restarts: the controller learns within two seconds that the broker is back
        p.put("broker.heartbeat.interval.ms", "250");
        p.put("broker.session.timeout.ms", "2000");
        p.put("controller.quorum.election.timeout.ms", "200");
        p.put("controller.quorum.fetch.timeout.ms", "1000");
        return p;
    }

    /** Threads, buffers and partitions for one machine; batches are the proof's material and are kept. */
    private static void small(Properties p) {
        p.put("offsets.topic.num.partitions", "4");
        p.put("transaction.state.log.num.partitions", "4");
        p.put("share.coordinator.state.topic.num.partitions", "2");
        p.put("group.initial.rebalance.delay.ms", "0");
        p.put("num.partitions", "2");
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "2");
        p.put("background.threads", "2");
        p.put("log.cleaner.dedupe.buffer.size", "16777216");
        p.put("log.cleaner.threads", "1");
        p.put("log.retention.ms", "-1");
        p.put("log.segment.bytes", "134217728");
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
