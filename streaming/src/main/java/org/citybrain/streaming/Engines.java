package org.citybrain.streaming;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.streaming.engines.Address;
import org.citybrain.streaming.engines.Broker;
import org.citybrain.streaming.engines.CheckpointClock;
import org.citybrain.streaming.engines.Checkpoints;
import org.citybrain.streaming.engines.FlinkCluster;
import org.citybrain.streaming.engines.FlinkRest;
import org.citybrain.streaming.engines.FlinkUnreachableException;
import org.citybrain.streaming.engines.Health;
import org.citybrain.streaming.engines.HouseTopics;
import org.citybrain.streaming.engines.JobKeeper;
import org.citybrain.streaming.engines.JobSettings;
import org.citybrain.streaming.engines.JobWishes;
import org.citybrain.streaming.engines.NodeKeys;
import org.citybrain.streaming.engines.SelfTest;
import org.citybrain.streaming.engines.WantedJob;
import org.citybrain.streaming.intake.IntakeJob;
import org.citybrain.streaming.intake.IntakeSettings;
import org.citybrain.streaming.pool.PoolSink;
import org.citybrain.streaming.resolve.ResolveJob;
import org.citybrain.streaming.scene.SceneStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running engines: what one process starts, watches and stops in order. */
public final class Engines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);
    private static final long CHECKPOINT_SECONDS = 4;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final HomeConfig config;
    private final Address rest;
    private final String bootstrap;
    private final FlinkCluster cluster;
    private final FlinkRest flink;
    private final JobKeeper keeper;
    private final CheckpointClock checkpoints;
    private final Thread keeping;
    private volatile boolean stopping;

    private Engines(HomeConfig config) {
        this.config = config;
        this.rest = Address.of(config.get("flink.rest"));
        this.bootstrap = config.get("kafka.bootstrap");
        Address kafka = Address.of(bootstrap);
        started(Broker.start(
                config.getPath("home").resolve("kafka"),
                kafka,
                config.getInt("kafka.controller.port", kafka.port() + 1)));
        HouseTopics.create(bootstrap, HouseTopics.departments(config));
        cluster = started(FlinkCluster.start(
                rest, config.getPath("home").resolve("engines").resolve("work"), config.getInt("flink.slots", 8)));
        flink = started(new FlinkRest(rest));
        SelfTest.run(rest);
        keeper = new JobKeeper(flink, jobSettings(), statusReport(), Clock.systemUTC());
        WantedJob intake = intake();
        checkpoints = started(new CheckpointClock(
                bootstrap, flink, intake.clusterName(), PoolSink.CHECKPOINT_COST, checkpointInterval()));
        started(Health.start(config.getInt("engines.health.port"), this::state));
        keeper.want(intake);
        ResolveJob.wanted(config).forEach(keeper::want);
        keeping = Thread.ofPlatform().name("job-keeper").daemon().start(this::keep);
    }

    /**
     * Starts everything; returns when broker and cluster take work. The jobs follow.
     *
     * @throws BadStartException in one plain sentence
     */
    public static Engines start(HomeConfig config) {
        return new Engines(config);
    }

    /** The Flink cluster, for tests that end its task manager. */
    public FlinkCluster cluster() {
        return cluster;
    }

    /** What the health address answers. */
    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        boolean up = cluster.isRunning() && !stopping;
        Map<String, Object> pace = checkpoints.state();
        state.put("status", !up ? "DOWN" : "UP".equals(pace.get("status")) ? "UP" : Health.LIMPING);
        state.put("flink", cluster.isRunning() ? "UP" : "DOWN");
        state.put("kafka", bootstrap);
        state.put("jobs", keeper.states());
        state.put("checkpoints", pace);
        return state;
    }

    private <T extends AutoCloseable> T started(T part) {
        parts.push(part);
        return part;
    }

    private JobSettings jobSettings() {
        return new JobSettings(
                rest,
                new Checkpoints(config.getPath("checkpoints.dir")),
                checkpointInterval(),
                config.getList("flink.job.jars"));
    }

    private Duration checkpointInterval() {
        return Duration.ofMillis(config.getInt("checkpoints.interval.ms", 10_000));
    }

    private WantedJob intake() {
        Sm2.KeyPair key = NodeKeys.readOrMake(config.getPath("home").resolve("engines"));
        IntakeSettings settings = IntakeSettings.of(config, key.privateKeyHex());
        publish(
                Topics.CATALOGUE,
                "key:" + settings.platformNode(),
                new NodeKey(settings.platformNode(), key.publicKeyHex(), 0));
        return new WantedJob("intake", "", "1", conf -> {
            CheckpointClock.leads(conf, checkpointInterval());
            IntakeJob.submit(settings, conf);
            return List.of();
        });
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private void publish(String topic, String key, Object value) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.send(new ProducerRecord<>(topic, key, WireJson.write(value)));
        }
    }

    private JobKeeper.StatusReport statusReport() {
        KafkaProducer<String, byte[]> producer = producer();
        started(() -> producer.close(Duration.ofSeconds(1)));
        return status -> producer.send(new ProducerRecord<>(Topics.JOB_STATUS, status.job(), WireJson.write(status)));
    }

    private void keep() {
        try (JobWishes wishes = new JobWishes(bootstrap)) {
            while (!stopping) {
                wishes.poll(
                        Duration.ofMillis(500),
                        (job, bundle) -> bundle.filter(wish -> "RUNNING".equals(wish.desired()))
                                .ifPresentOrElse(
                                        wish -> keeper.want(SceneStreams.wanted(wish, bootstrap)),
                                        () -> keeper.drop(job)));
                tick();
            }
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.error("The job keeper ended; the process stops so that it is started anew", e);
                Runtime.getRuntime().halt(3);
            }
        }
    }

    private void tick() {
        try {
            keeper.tick();
        } catch (FlinkUnreachableException e) {
            LOG.warn("{}; asking again", e.getMessage());
        }
        if (!cluster.isRunning() && !stopping) {
            throw new IllegalStateException("The Flink cluster has ended");
        }
    }

    /** Stops in order: a last checkpoint of every job, then the cluster, then the broker. */
    @Override
    public void close() {
        stopping = true;
        lastCheckpoints();
        keeping.interrupt();
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not stop cleanly: {}", part.getClass().getSimpleName(), e.toString());
            }
        }
    }

    private void lastCheckpoints() {
        try {
            CompletableFuture<?>[] all = flink.list().stream()
                    .filter(job -> job.isAlive())
                    .map(job -> flink.checkpoint(job.id()))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).get(CHECKPOINT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | FlinkUnreachableException e) {
            LOG.info("Not every job made a last checkpoint; they go on from an earlier one: {}", e.toString());
        }
    }
}
