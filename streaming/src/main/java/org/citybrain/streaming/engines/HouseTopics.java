package org.citybrain.streaming.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.kernel.wire.Topics;

/** Creates the topics of the house that are not there yet. */
public final class HouseTopics {
    private static final short ONE_COPY = 1;
    private static final List<String> LOGS = List.of(
            Topics.SCHEMAS,
            Topics.RECEIPTS,
            Topics.CANDIDATES,
            Topics.JOB_STATUS,
            Topics.FINDINGS,
            Topics.DELIVERIES,
            Topics.DELIVERY_RECEIPTS,
            Topics.SUBSCRIPTION_RECEIPTS,
            Topics.MATCH_RULINGS,
            Topics.MEMBERSHIPS);

    private HouseTopics() {}

    /** The departments that any gateway of the home serves. */
    public static Set<String> departments(HomeConfig config) {
        Set<String> departments = new TreeSet<>();
        config.startingWith("gateway.").forEach((key, value) -> {
            if (key.endsWith(".departments")) {
                departments.addAll(List.of(value.trim().split("\\s*,\\s*")));
            }
        });
        departments.remove("");
        return departments;
    }

    /**
     * Creates what is missing; existing topics stay as they are.
     *
     * @throws BadStartException when the broker does not answer within 30 seconds
     */
    public static void create(String bootstrap, Set<String> departments) {
        List<NewTopic> wanted = new ArrayList<>();
        LOGS.forEach(name -> wanted.add(new NewTopic(name, 1, ONE_COPY)));
        wanted.add(new NewTopic(Topics.ROWS, 2, ONE_COPY));
        wanted.add(new NewTopic(Topics.MATCH_RECORDS, 2, ONE_COPY));
        wanted.add(compacted(Topics.CATALOGUE));
        wanted.add(compacted(Topics.JOBS));
        departments.forEach(department -> wanted.add(new NewTopic(Topics.batches(department), 2, ONE_COPY)));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            Set<String> present = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            wanted.removeIf(topic -> present.contains(topic.name()));
            admin.createTopics(wanted).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new BadStartException("Kafka at " + bootstrap + " does not answer: " + e.getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadStartException("Interrupted while creating topics", e);
        }
    }

    private static NewTopic compacted(String name) {
        return new NewTopic(name, 1, ONE_COPY)
                .configs(Map.of(
                        "cleanup.policy", "compact", "segment.ms", "3600000", "min.cleanable.dirty.ratio", "0.2"));
    }
}
