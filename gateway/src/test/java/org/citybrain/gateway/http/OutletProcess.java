package org.citybrain.gateway.http;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.citybrain.gateway.capture.FileSink;
import org.citybrain.gateway.folder.FolderSource;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.signing.DepartmentKey;
import org.citybrain.gateway.source.Announcer;
import org.citybrain.gateway.source.Source;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.schema.SchemaVersion;

/** A gateway of one folder or interface in a process of its own, for tests that kill it: folder, URL or nothing. */
public final class OutletProcess {
    private OutletProcess() {}

    private static final class Deaf implements Announcer {
        @Override
        public void schema(String resource, SchemaVersion schema, String comment) {}

        @Override
        public void findings(String resource, List<Finding> findings) {
            findings.forEach(finding -> System.out.println(resource + " " + finding));
        }
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Clock clock = Clock.systemUTC();
        DepartmentKey key = DepartmentKey.of("d@3609", folder.resolve("key"), clock);
        Source source = args.length > 1
                ? new HttpSource(
                        "d",
                        folder.resolve("source.yaml"),
                        new HttpAccess(args[1], "gateway", "secret"),
                        folder.resolve("state"),
                        new Health(),
                        new Deaf(),
                        clock,
                        Duration.ofMillis(20))
                : new FolderSource("d", folder.resolve("in"), folder.resolve("state"), new Health(), new Deaf(), clock);
        try (FileSink sink = new FileSink(folder.resolve("received"));
                Outbox outbox = Outbox.open("d", "d@3609", key.newSigner(), folder.resolve("journal"), sink, clock)) {
            source.run(outbox);
        }
    }
}
