package org.citybrain.streaming.resolve;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.citybrain.matching.bench.LinkageSample;
import org.citybrain.streaming.engines.Address;
import org.citybrain.streaming.engines.Broker;

/**
 * The program behind `bin/cb bench linkage --flink`: a broker and a Flink cluster of its own, records of the sample city
 * in a random order, a restart half-way, and how long it takes from a record's way in to its membership's way out.
 */
public final class ResolveBenchMain {
    private static final int RESIDENTS = 3_000;
    private static final int RATE = 200;

    private ResolveBenchMain() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("logback.configurationFile", "logback-tool.xml");
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        int residents = number(args, "--sample", RESIDENTS);
        int rate = number(args, "--rate", RATE);
        Path repository = Path.of(System.getenv().getOrDefault("CB_ROOT", "."));
        LinkageSample sample = LinkageSample.of(residents, repository);
        Path folder = Files.createTempDirectory("citybrain-resolve-");
        List<String> lines;
        try {
            lines = measure(sample, rate, folder);
        } finally {
            delete(folder);
        }
        lines.forEach(System.out::println);
        // broker and cluster keep threads that nobody needs any more
        System.exit(0);
    }

    private static int number(String[] args, String word, int otherwise) {
        for (int i = 0; i + 1 < args.length; i++) {
            if (args[i].equals(word)) {
                return Integer.parseInt(args[i + 1]);
            }
        }
        return otherwise;
    }

    private static List<String> measure(LinkageSample sample, int rate, Path folder) throws Exception {
        Path model = Files.write(folder.resolve("model"), sample.model());
        int port = freePort();
        String bootstrap = "127.0.0.1:" + port;
        List<String> lines = new ArrayList<>();
        try (Broker broker = Broker.start(folder.resolve("kafka"), new Address("127.0.0.1", port), freePort());
                ResolveClient client = new ResolveClient(bootstrap)) {
            client.makeTopics();
            Declared declared = new Declared("persons", sample.config(), model.toString(), false);
            ResolveRun run = new ResolveRun(client, sample);
            JobClient job = start(settings(folder), bootstrap, declared);
            run.feedHalf();
            String savepoint = job.stopWithSavepoint(
                            false, folder.resolve("savepoint").toUri().toString(), SavepointFormatType.NATIVE)
                    .get();
            Configuration again = settings(folder);
            again.setString("execution.state-recovery.path", savepoint);
            job = start(again, bootstrap, declared);
            try {
                run.feedRest(rate);
                run.figures().forEach((name, value) -> lines.add(String.format(Locale.ROOT, "%s %.5f", name, value)));
            } finally {
                job.cancel().get();
            }
        }
        return lines;
    }

    private static JobClient start(Configuration settings, String bootstrap, Declared declared) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, settings);
        ResolveJob.build(env, bootstrap, declared);
        return env.executeAsync("resolve");
    }

    private static Configuration settings(Path folder) {
        Configuration c = new Configuration();
        c.setString("state.backend.type", "rocksdb");
        c.setString("execution.checkpointing.interval", "1 s");
        c.setString("execution.checkpointing.incremental", "true");
        c.setString(
                "execution.checkpointing.dir",
                folder.resolve("checkpoints").toUri().toString());
        c.setString("execution.buffer-timeout.interval", "2 ms");
        c.setString("pipeline.object-reuse", "true");
        c.setString("pipeline.generic-types", "false");
        c.setString("taskmanager.memory.network.max", "64m");
        c.setString("taskmanager.memory.managed.size", "256m");
        c.setString("io.tmp.dirs", folder.toString());
        return c;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
