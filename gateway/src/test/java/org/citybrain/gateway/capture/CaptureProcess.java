package org.citybrain.gateway.capture;

import java.nio.file.Path;
import java.time.Clock;
import java.util.TimeZone;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.signing.DepartmentKey;
import org.citybrain.gateway.source.SourceAddress;

/** A capture in a process of its own, for tests that kill it: folder, host port, database. */
public final class CaptureProcess {
    private CaptureProcess() {}

    public static void main(String[] args) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Path folder = Path.of(args[0]);
        SourceAddress address =
                new SourceAddress("127.0.0.1", Integer.parseInt(args[1]), args[2], "postgres", "postgres");
        DepartmentKey key = DepartmentKey.of("test@3609", folder.resolve("key"), Clock.systemUTC());
        try (FileSink sink = new FileSink(folder.resolve("received"));
                Outbox outbox = Outbox.open(
                        "test", "test@3609", key.newSigner(), folder.resolve("journal"), sink, Clock.systemUTC())) {
            new PostgresSource(
                            "gateway-k",
                            "test",
                            address,
                            folder.resolve("postgres"),
                            new Health(),
                            (resource, table) -> {},
                            new SourceFindings((resource, findings) -> {}),
                            FileSink.sent(folder.resolve("received")))
                    .run(outbox);
        }
    }
}
