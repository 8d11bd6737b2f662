package org.citybrain.platform.exchange.internal;

import org.citybrain.platform.exchange.ExchangeProblem;
import org.citybrain.platform.problem.Refusal;

/** What is said of a lane, a batch or a row that the ledger does not have. */
public final class Unknown {

    private Unknown() {}

    /** A resource that has no lane and stands in no catalogue. */
    public static Refusal lane(String resource) {
        return Refusal.of(
                ExchangeProblem.UNKNOWN_LANE,
                "资源 " + resource + " 没有通道，目录中也没有 · resource " + resource + " has no lane and is not in the catalogue");
    }

    /** A sequence that the lane has not reached. */
    public static Refusal batch(String resource, int lane, long sequence) {
        return Refusal.of(
                ExchangeProblem.UNKNOWN_BATCH,
                "资源 " + resource + " 的通道 " + lane + " 没有序号 " + sequence + " · lane " + lane + " of resource " + resource
                        + " has no sequence " + sequence);
    }

    /** A row beyond the batch's last. */
    public static Refusal row(String batch, int row, int rows) {
        return Refusal.of(
                ExchangeProblem.UNKNOWN_ROW,
                "批次 " + batch + " 有 " + rows + " 行，没有第 " + row + " 行 · batch " + batch + " has " + rows
                        + " rows and no row " + row);
    }
}
