package org.citybrain.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.DoorFailure;

/** The reconciling program, running and waiting for questions. */
final class Reconciler implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;

    private Reconciler(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    static Reconciler start(City city) throws IOException {
        Process process = new ProcessBuilder(city.children().reconciler())
                .redirectError(city.home().resolve("log/reconcile.log").toFile())
                .start();
        Reconciler reconciler = new Reconciler(process);
        reconciler.next();
        return reconciler;
    }

    ProcessHandle program() {
        return process.toHandle();
    }

    /** Waits until the pool has the lane's sequence, then compares every row. */
    JsonNode compare(String resource, String database, String table, long sequence) throws IOException {
        questions.write(String.join(" ", resource, database, table, Long.toString(sequence)) + "\n");
        questions.flush();
        return JSON.readTree(next());
    }

    private String next() throws IOException {
        String line = answers.readLine();
        // logging may share the program's output
        while (line != null && !line.startsWith("{") && !line.equals("READY")) {
            line = answers.readLine();
        }
        if (line == null) {
            throw new DoorFailure("the reconciling program ended; see log/reconcile.log");
        }
        return line;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        questions.close();
        process.waitFor();
    }
}
