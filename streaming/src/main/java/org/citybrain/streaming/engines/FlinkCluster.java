package org.citybrain.streaming.engines;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;

/** A Flink cluster in this process; jobs come to it over REST, exactly as to a cluster outside. */
public final class FlinkCluster implements AutoCloseable {
    private static final long STOP_SECONDS = 4;

    private final MiniCluster cluster;

    private FlinkCluster(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Starts the cluster; returns when it takes jobs.
     *
     * @param rest where its REST interface listens
     * @param work scratch folder, may be lost between starts
     * @param slots how many job parts run beside each other; intake takes one, each scene job one
     * @throws BadStartException when the port is in use or the cluster cannot come up
     */
    public static FlinkCluster start(Address rest, Path work, int slots) {
        Ports.requireFree(rest.port(), "Flink's REST interface");
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(settings(rest, work, slots))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                .build());
        try {
            cluster.start();
            return new FlinkCluster(cluster);
        } catch (Exception e) {
            throw new BadStartException("Flink cannot start: " + e.getMessage(), e);
        }
    }

    private static Configuration settings(Address rest, Path work, int slots) {
        Configuration c = new Configuration();
        String port = Integer.toString(rest.port());
        c.setString("rest.address", rest.host());
        c.setString("rest.bind-address", rest.host());
        c.setString("rest.port", port);
        c.setString("rest.bind-port", port);
        c.setString("web.submit.enable", "false");
        c.setString("io.tmp.dirs", work.toString());
        c.setString("taskmanager.memory.managed.size", "32m");
        c.setString("taskmanager.memory.network.min", "64m");
        c.setString("taskmanager.memory.network.max", "64m");
        c.setString("taskmanager.numberOfTaskSlots", Integer.toString(slots));
        // all RocksDB instances share one bounded cache, however many jobs run
        c.setString("state.backend.rocksdb.memory.fixed-per-tm", "128mb");
        c.setString("state.backend.rocksdb.memory.partitioned-index-filters", "true");
        c.setString("heartbeat.interval", "2000");
        c.setString("heartbeat.timeout", "20000");
        return c;
    }

    /** Whether the cluster still takes jobs. */
    public boolean isRunning() {
        return cluster.isRunning();
    }

    /** Ends the only task manager and starts another: what a lost machine looks like. */
    public void replaceTaskManager() throws Exception {
        cluster.terminateTaskManager(0).get(30, TimeUnit.SECONDS);
        cluster.startTaskManager();
    }

    @Override
    public void close() throws Exception {
        cluster.closeAsync().get(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
