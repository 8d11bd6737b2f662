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

    private Topics() {}

    /** Topic of a department's batches, e.g. {@code cb.batches.health_insurance}. */
    public static String batches(String department) {
        return BATCHES_PREFIX + department;
    }
}
