package org.citybrain.streaming;

import java.nio.file.Path;
import org.citybrain.streaming.scene.SceneStreamTests;

/**
 * Runs the stream tests of scene folders offline: {@code SceneTestMain FOLDER…}. The decision tests are the decisions
 * module's. The last line is {@code N passed, N failed, N skipped}.
 */
public final class SceneTestMain {
    private SceneTestMain() {}

    /** Prints each case; status 1 when one failed. */
    public static void main(String[] args) throws Exception {
        System.setProperty("logback.configurationFile", "logback-tool.xml");
        int passed = 0;
        int failed = 0;
        for (String folder : args) {
            SceneStreamTests.Report report = SceneStreamTests.run(Path.of(folder));
            System.out.println("── " + report.scene() + " (streams)");
            for (var finding : report.findings()) {
                System.out.println("  ✗ " + finding.code() + " " + finding.place() + ": "
                        + finding.message().in("en"));
                failed++;
            }
            for (SceneStreamTests.CaseResult result : report.results()) {
                boolean good = result.misses().isEmpty();
                System.out.println("  " + (good ? "✓ " : "✗ ") + result.name());
                result.misses().forEach(miss -> System.out.println("      " + result.file() + ": " + miss));
                passed += good ? 1 : 0;
                failed += good ? 0 : 1;
            }
        }
        System.out.println(passed + " passed, " + failed + " failed, 0 skipped");
        // the local cluster's threads have nothing left to do
        System.exit(failed == 0 ? 0 : 1);
    }
}
