package org.citybrain.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.citybrain.decisions.SceneDecisionTests;
import org.citybrain.decisions.SceneTestReport;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.shell.WrongUsage;
import org.citybrain.sceneformat.SceneFinding;

/** `scene check` and `scene test`: what is wrong with scene folders, and whether their tests hold, offline. */
record SceneCommand() implements Command {

    @Override
    public int run(List<String> words, Launch launch) throws Exception {
        Arguments arguments = Arguments.of(words, Set.of(), Set.of());
        List<String> rest = arguments.rest();
        if (rest.size() < 2 || !Set.of("check", "test").contains(rest.getFirst())) {
            throw new WrongUsage("需要 check 或 test 和文件夹 · `check FOLDER…` or `test FOLDER…` is needed");
        }
        boolean test = rest.getFirst().equals("test");
        int passed = 0;
        int failed = 0;
        for (String name : rest.subList(1, rest.size())) {
            SceneTestReport report = SceneDecisionTests.run(folder(name));
            passed += print(report, test, launch.terminal());
            failed += failures(report, test);
        }
        if (test) {
            int[] streams = StreamTests.run(launch, rest.subList(1, rest.size()));
            passed += streams[0];
            failed += streams[1];
            launch.terminal().line(passed + " passed, " + failed + " failed, 0 skipped");
        }
        return failed == 0 ? 0 : 1;
    }

    private static Path folder(String name) {
        Path folder = Path.of(name);
        if (!Files.isDirectory(folder)) {
            throw new PlainFailure("没有这个场景文件夹 · there is no scene folder " + name, "请核对路径 · check the path");
        }
        return folder;
    }

    /** Prints the report and returns how many tests passed. */
    private static int print(SceneTestReport report, boolean test, Terminal terminal) {
        terminal.line("── " + report.scene());
        report.findings().forEach(finding -> terminal.line("  " + finding));
        int passed = 0;
        for (SceneTestReport.CaseResult result : test ? report.results() : List.<SceneTestReport.CaseResult>of()) {
            boolean good = result.misses().isEmpty();
            passed += good ? 1 : 0;
            terminal.line("  " + (good ? "✓ " : "✗ ") + result.name());
            result.misses().forEach(miss -> terminal.line("      " + result.file() + ": " + miss));
        }
        return passed;
    }

    private static int failures(SceneTestReport report, boolean test) {
        long errors = report.findings().stream().filter(SceneFinding::isError).count();
        long misses = test
                ? report.results().stream()
                        .filter(result -> !result.misses().isEmpty())
                        .count()
                : 0;
        return (int) (errors + misses);
    }
}
