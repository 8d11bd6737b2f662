package org.citybrain.streaming.pool;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.citybrain.streaming.rows.Parcel;

/** Hangs the pool's writer and committer on the stream of gated parcels, each in a task of its own. */
public final class PoolSink {
    /** Counter of the job: nanoseconds that its tasks spent on writing and committing what checkpoints contain. */
    public static final String CHECKPOINT_COST = "pool-checkpoint-nanos";

    private PoolSink() {}

    /** Adds the pool to the job. */
    public static void attach(DataStream<Parcel> gated, String warehouse) {
        gated.transform("pool-write", PoolCommitter.COMMITTABLE, new PoolWriter(warehouse))
                // facts must not wait while a checkpoint's files are written
                .startNewChain()
                .uid("pool-write")
                .transform("pool-commit", org.apache.flink.api.common.typeinfo.Types.LONG, new PoolCommitter(warehouse))
                .startNewChain()
                .uid("pool-commit")
                .setParallelism(1)
                .setMaxParallelism(1)
                .sinkTo(new DiscardingSink<>())
                .uid("pool-end")
                .setParallelism(1);
    }
}
