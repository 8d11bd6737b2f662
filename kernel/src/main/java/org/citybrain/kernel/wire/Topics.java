package org.citybrain.kernel.wire;

/** Names of the Kafka topics. */
public final class Topics {
    /** Prefix of the signed batches of a department. */
    public static final String BATCHES_PREFIX = "cb.batches.";

    public static final String CATALOGUE = "cb.catalogue";
    public static final String SCHEMAS = "cb.schemas";
    public static final String RECEIPTS = "cb.receipts";
    public static final String ROWS = "cb.rows";
    public static final String CANDIDATES = "cb.candidates";
    public static final String JOBS = "cb.jobs";
    public static final String JOB_STATUS = "cb.job-status";
    public static final String FINDINGS = "cb.findings";
    public static final String DELIVERIES = "cb.deliveries";
    public static final String DELIVERY_RECEIPTS = "cb.delivery-receipts";
    public static final String MATCH_RECORDS = "cb.match-records";
    public static final String MATCH_RULINGS = "cb.match-rulings";
    public static final String MEMBERSHIPS = "cb.memberships";

    public static final String SUBSCRIPTION_RECEIPTS = "cb.subscription-receipts";
    /** Prefix of what a consumer department receives by its subscriptions. */
    public static final String SUBSCRIBED_PREFIX = "cb.subscribed.";

    private Topics() {}

    /** Topic of a department's batches, e.g. {@code cb.batches.health_insurance}. */
    public static String batches(String department) {
        return BATCHES_PREFIX + department;
    }

    /** Topic of what a department has subscribed to, e.g. {@code cb.subscribed.tax}. */
    public static String subscribed(String consumer) {
        return SUBSCRIBED_PREFIX + consumer;
    }
}
